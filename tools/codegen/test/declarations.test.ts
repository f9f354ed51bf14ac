import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientFolder, exportsOf } from './client-folder.js';
import * as kinds from './kinds/kinds.js';
import { tsc } from './tsc.js';

// Every kind of type that can be printed, as declarations: what users of a client compile. The packed contract packages go
// through the same compilers in tools/package-check.

const folder = clientFolder('declarations', exportsOf('kinds/kinds.ts', kinds));
const declarations: string = join(folder.path, 'types', '.tidings', 'declarations', 'generated');
const require: NodeJS.Require = createRequire(import.meta.url);

beforeAll(async () => {
  const options = ['--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--declarationMap', 'false'];
  const root = join(folder.path, '..', '..');
  expect(await tsc(folder.path, ...options, '--rootDir', root, '--outDir', join(folder.path, 'types'))).toBe('');
});
afterAll(() => folder.remove());

test('they name no type of zod, and no definition', () => {
  const names = readdirSync(declarations);
  expect(names.length).toBeGreaterThan(Object.keys(kinds).length);
  for (const name of names) expect(readFileSync(join(declarations, name), 'utf8')).not.toMatch(/zod|kinds\.js|Exactly/);
});

describe.each(['5.9', '6.0', '7.0'])('under TypeScript %s', (version) => {
  test.each([
    { module: 'nodenext', moduleResolution: 'nodenext' },
    { module: 'esnext', moduleResolution: 'bundler' },
  ])('they compile with $moduleResolution, without skipLibCheck', async (resolution) => {
    const lib = ['es2022', 'esnext.disposable', 'dom'];
    const strict = { strict: true, skipLibCheck: false, exactOptionalPropertyTypes: true, noEmit: true, types: [] };
    const compilerOptions = { ...strict, ...resolution, target: 'es2022', lib };
    writeFileSync(
      join(declarations, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['index.d.ts', 'client.d.ts'] }),
    );
    const { code, lines } = await compile(version, declarations);
    expect({ code, errors: lines.filter((line) => line.includes('error TS')) }).toEqual({ code: 0, errors: [] });
    expect(lines.filter((line) => line.includes('/generated/k-')).length).toBeGreaterThan(50);
    expect(lines.filter((line) => /[\\/]zod[\\/]/.test(line))).toEqual([]);
  });
});

function compile(version: string, project: string): Promise<{ readonly code: number; readonly lines: string[] }> {
  const path = require.resolve(`typescript-${version}/package.json`);
  const { bin }: { bin: { tsc: string } } = JSON.parse(readFileSync(path, 'utf8'));
  const args = [join(dirname(path), bin.tsc), '-p', project, '--pretty', 'false', '--listFiles'];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
      resolve({ code: error === null ? 0 : 1, lines: stdout.split(/\r?\n/) });
    });
  });
}
