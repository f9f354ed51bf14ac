import { readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { checkPackage } from '@arethetypeswrong/core';
import { filterProblems } from '@arethetypeswrong/core/problems';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectedFiles, isLeftOver } from '../src/expected-files.js';
import { type PackedPackage, packPackage } from '../src/packed-package.js';
import { publishablePackages, root } from '../src/publishable-packages.js';
import { reachableDeclarations } from '../src/reachable-declarations.js';

const packages = publishablePackages();

/** The one entry whose declarations may name zod: channel definitions are written in it. */
const zodEntry: Readonly<Record<string, string>> = { '@tidings/core': './define' };
const namesZod = /['"]zod(\/[^'"]*)?['"]/;

const declaration = /\.d\.[cm]?ts$/;

test('what gets published is what is meant to be', () => {
  expect(packages.map(({ name }) => name)).toEqual([
    '@tidings/cli',
    '@tidings/codegen',
    '@tidings/conversation',
    '@tidings/core',
    '@tidings/github',
    '@tidings/redis',
  ]);
});

describe.each(packages)('$name, packed', (each) => {
  let packed: PackedPackage;

  beforeAll(async () => {
    packed = await packPackage(each);
  });
  afterAll(() => {
    if (packed) rmSync(dirname(packed.tarball), { recursive: true });
  });

  test('its manifest says what every package of ours says', () => {
    expect(packed.manifest).toMatchObject({
      license: 'MIT',
      type: 'module',
      sideEffects: false,
      engines: { node: '>=22.12' },
      description: expect.stringMatching(/\S/),
      keywords: expect.arrayContaining([expect.any(String)]),
      files: expect.arrayContaining([expect.any(String)]),
    });
  });

  test('its manifest says where it is from, which provenance is checked against, and that it is public', () => {
    const directory = relative(root, each.folder).replaceAll('\\', '/');
    expect(packed.manifest).toMatchObject({
      homepage: `https://github.com/tidings-dev/tidings/tree/main/${directory}#readme`,
      repository: { type: 'git', url: 'git+https://github.com/tidings-dev/tidings.git', directory },
      bugs: 'https://github.com/tidings-dev/tidings/issues',
      publishConfig: { access: 'public' },
    });
  });

  test('it consists of what its sources compile to, and of the files beside them', () => {
    expect(packed.files.filter((path) => !isLeftOver(each, path)).toSorted()).toEqual(expectedFiles(each));
  });

  test('every entry of code has its types first, and both are there', () => {
    const entries = Object.entries(packed.manifest.exports ?? {}).filter(([, entry]) => typeof entry !== 'string');
    expect(entries).not.toEqual([]);
    for (const [path, entry] of entries) {
      expect(Object.keys(entry)[0], path).toBe('types');
      const targets = Object.values(entry).map((target) => target.replace(/^\.\//, ''));
      expect(packed.files, path).toEqual(expect.arrayContaining(targets));
    }
  });

  test('it brings its own README and the licence', () => {
    expect(packed.files).toEqual(expect.arrayContaining(['README.md', 'LICENSE']));
    expect(packed.read('README.md')).toContain(each.name);
    expect(packed.read('LICENSE')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
  });

  test('a contract brings its AsyncAPI document, and a JSON Schema of each version', () => {
    const spec = packed.files.filter((path) => path.startsWith('spec/'));
    if (dirname(each.folder) !== join(root, 'schemas')) return expect(spec).toEqual([]);
    expect(packed.manifest.exports).toMatchObject({ './spec/*': './spec/*' });
    const document: { readonly components: { readonly messages: Readonly<Record<string, unknown>> } } = JSON.parse(
      packed.read('spec/asyncapi.json'),
    );
    const versions = Object.keys(document.components.messages).filter((name) => !name.endsWith('Batch'));
    const schemas = spec.filter((path) => path.endsWith('.schema.json'));
    expect(schemas).toHaveLength(versions.length);
    expect(spec.toSorted()).toEqual(['spec/asyncapi.json', ...schemas].toSorted());
  });

  test('its ranges can be resolved outside of the workspace', () => {
    const ranges = { ...packed.manifest.dependencies, ...packed.manifest.peerDependencies };
    expect(Object.values(ranges).filter((range) => /^(workspace|catalog|link|file):/.test(range))).toEqual([]);
  });

  test('no declaration names a type of zod, save where channels are defined', () => {
    const naming: string[] = [];
    for (const [path, entry] of Object.entries(packed.manifest.exports ?? {})) {
      if (typeof entry === 'string' || path === zodEntry[each.name]) continue;
      const reached = reachableDeclarations(packed, entry.types ?? '');
      naming.push(...[...reached].filter((file) => namesZod.test(packed.read(file))).map((file) => `${path}: ${file}`));
    }
    expect(naming).toEqual([]);
    if (zodEntry[each.name] === undefined) {
      const declarations = packed.files.filter((path) => declaration.test(path));
      expect(declarations.filter((path) => namesZod.test(packed.read(path)))).toEqual([]);
    }
  });

  test('publint has nothing to say', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: packed.bytes.buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test('are-the-types-wrong finds no problem for ES modules', async () => {
    const analysis = await checkPackage(packed.content);
    if (!analysis.types) throw new Error('It has no types at all.');
    const esm = (['node16-esm', 'bundler'] as const).flatMap((resolutionKind) =>
      filterProblems(analysis, { resolutionKind }),
    );
    expect(esm).toEqual([]);
  });
});
