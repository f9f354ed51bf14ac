import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

async function builtFiles(ending: RegExp, except: RegExp): Promise<readonly (readonly [file: string, text: string])[]> {
  const files = (await readdir(dist, { recursive: true })).filter((file) => ending.test(file) && !except.test(file));
  assert.ok(files.length > 30, 'the package is not built');
  return Promise.all(files.map(async (file) => [file, await readFile(join(dist, file), 'utf8')] as const));
}

test('core runs without Node: nothing outside ./testing imports from it or reaches for its globals', async () => {
  for (const [file, code] of await builtFiles(/\.js$/, /^testing\//)) {
    assert.doesNotMatch(code, /from 'node:|require\(|\bBuffer\.\w|\bprocess\.\w/, file);
  }
});

test('zod is reached from ./define and ./testing alone, in code and in types', async () => {
  for (const [file, text] of await builtFiles(/\.(?:js|d\.ts)$/, /^(?:define|testing)\//)) {
    assert.doesNotMatch(text, /(?:from|import\()\s*['"](?:zod|[^'"]*\/define\/)/, file);
  }
});
