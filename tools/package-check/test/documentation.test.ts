import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, test } from 'vitest';
import { workspaceProgram } from '../src/publishable-packages.js';
import { runProgram } from '../src/run-program.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
// Inside this package, so that what the snippets import is found as it is from here.
const folder = fileURLToPath(new URL('../.snippets', import.meta.url));

beforeAll(() => mkdir(folder, { recursive: true }));
afterAll(() => rm(folder, { recursive: true, force: true }));

// Those that begin with ```ts partial lean on files that their reader would have.
test('every TypeScript example in a README or in the docs compiles as it stands', async () => {
  const pages = await glob(['README.md', 'docs/**/*.md', '{packages,schemas,tools,examples}/*/README.md'], {
    cwd: root,
  });
  const snippets: string[] = [];
  for (const page of pages) {
    const text = await readFile(join(root, page), 'utf8');
    for (const [index, [, code = '']] of [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].entries()) {
      const file = `${page.replaceAll(/[^a-z0-9]+/gi, '-')}-${index + 1}.ts`;
      await writeFile(join(folder, file), `${code}\nexport {};\n`);
      snippets.push(file);
    }
  }
  assert.ok(snippets.length >= 3);
  const compilerOptions = {
    noEmit: true,
    isolatedDeclarations: false,
    declaration: false,
    noUnusedLocals: false,
    lib: ['es2023', 'esnext.disposable', 'dom'],
    types: ['node'],
  };
  const project = { extends: '../../../tsconfig.base.json', compilerOptions, files: snippets };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(project));
  const outcome = await runProgram(workspaceProgram('tsc'), ['-p', folder], folder);
  assert.equal(outcome.code, 0, outcome.output);
});
