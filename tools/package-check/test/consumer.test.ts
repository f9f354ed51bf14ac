import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { useRedis } from '@tidings/test-redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PackedPackage, packPackage } from '../src/packed-package.js';
import { publishablePackages, workspaceProgram } from '../src/publishable-packages.js';
import { runProgram } from '../src/run-program.js';

const names = ['@tidings/core', '@tidings/github', '@tidings/redis'];
const strict = { strict: true, skipLibCheck: false, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
const resolutions = [
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
];

describe('an empty project outside of the workspace', () => {
  const project = mkdtempSync(join(tmpdir(), 'tidings-consumer-'));
  const packed: PackedPackage[] = [];

  beforeAll(async () => {
    for (const each of publishablePackages().filter(({ name }) => names.includes(name))) {
      packed.push(await packPackage(each));
    }
    writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
    copyFileSync(join(import.meta.dirname, '..', 'fixtures', 'main.ts'), join(project, 'main.ts'));
    writeFileSync(join(project, 'push.json'), JSON.stringify(aRealPush()));
    const tarballs = packed.map(({ tarball }) => tarball);
    const args = [
      'install',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--fetch-retries=1',
      '--fetch-retry-mintimeout=1000',
      ...tarballs,
    ];
    const installed = await runProgram('npm', [...args, `@types/node@${nodeTypesVersion()}`], project);
    if (installed.code !== 0) throw new Error(`npm could not install the tarballs:\n${installed.output}`);
  });
  afterAll(() => {
    for (const folder of [project, ...packed.map(({ tarball }) => dirname(tarball))])
      rmSync(folder, { recursive: true });
  });

  test.each(resolutions)(
    'compiles its program with $moduleResolution, and loads no type of zod',
    async (resolution) => {
      const compilerOptions = { ...strict, ...resolution, target: 'es2024', types: ['node'], outDir: 'dist' };
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['main.ts'] }));
      const { code, output } = await runProgram(workspaceProgram('tsc'), ['--listFiles'], project);
      const files = output.split(/\r?\n/).filter((line) => /\.[cm]?ts$/.test(line));
      expect({ code, errors: output.split(/\r?\n/).filter((line) => line.includes('error TS')) }).toEqual({
        code: 0,
        errors: [],
      });
      expect(files.some((file) => file.includes('@tidings/github'))).toBe(true);
      expect(files.filter((file) => /[\\/]zod[\\/]/.test(file))).toEqual([]);
    },
  );

  test.each(['memory', 'Redis'])('publishes and receives by the installed client, on %s', async (where) => {
    await using redis = where === 'Redis' ? await useRedis() : undefined;
    const env: Record<string, string> = redis === undefined ? {} : { EVENTS_URL: redis.url };
    expect(await runProgram(process.execPath, ['dist/main.js'], project, env)).toEqual({
      code: 0,
      output: expect.stringMatching(/^client: github\.push refs\/.+\nfacade: .+\/.+\n$/),
    });
  });
});

/** A delivery that GitHub really sent. */
function aRealPush(): unknown {
  const require = createRequire(import.meta.url);
  const events: Array<{ name: string; examples: unknown[] }> = require('@octokit/webhooks-examples');
  const push = events.find(({ name }) => name === 'push')?.examples[0];
  if (push === undefined) throw new Error('@octokit/webhooks-examples has no push.');
  return push;
}

/** The version that this workspace has is in npm's cache, or on its way there. */
function nodeTypesVersion(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', 'node_modules', '@types', 'node', 'package.json'), 'utf8'),
  );
  return manifest.version;
}
