import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compilers } from '../src/compilers.js';
import { type PackedPackage, packPackage } from '../src/packed-package.js';
import { projectWith } from '../src/project-with.js';
import { publishablePackages } from '../src/publishable-packages.js';
import { runProgram } from '../src/run-program.js';

const names = ['@tidings/conversation', '@tidings/core', '@tidings/github'];

/** Everything that can complain of a declaration file, and no types but TypeScript's own. */
const strictest = {
  target: 'es2022',
  lib: ['es2022', 'esnext.disposable', 'dom'],
  types: [],
  noEmit: true,
  strict: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
};

const resolutions = [
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
];

test('the compilers are those that we name', () => {
  expect(compilers.map(({ version }) => version.replace(/\.\d+$/, ''))).toEqual(['5.9', '6.0', '7.0']);
});

describe('the declarations of generated clients, packed', () => {
  const packed: PackedPackage[] = [];
  let project = '';

  beforeAll(async () => {
    for (const each of publishablePackages().filter(({ name }) => names.includes(name))) {
      packed.push(await packPackage(each));
    }
    project = projectWith(packed);
    copyFileSync(join(import.meta.dirname, '..', 'fixtures', 'declarations.ts'), join(project, 'main.ts'));
  });
  afterAll(() => {
    for (const folder of [project, ...packed.map(({ tarball }) => dirname(tarball))]) {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  describe.each(compilers)('under TypeScript $version', ({ program }) => {
    test.each(resolutions)('compile with $moduleResolution, without skipLibCheck', async (resolution) => {
      const config = { compilerOptions: { ...strictest, ...resolution }, files: ['main.ts'] };
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config));
      const { code, output } = await runProgram(process.execPath, [program, '-p', '.', '--listFiles'], project);
      const lines = output.split(/\r?\n/);
      expect({ code, errors: lines.filter((line) => line.includes('error TS')) }).toEqual({ code: 0, errors: [] });
      // What was not loaded was not checked.
      for (const name of names) expect(output).toContain(`${name}/dist/`);
      expect(lines.filter((line) => /[\\/]zod[\\/]/.test(line))).toEqual([]);
    });
  });
});
