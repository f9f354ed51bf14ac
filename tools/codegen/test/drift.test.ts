import { afterAll, expect, test } from 'vitest';
import { kebabCase } from '../src/names/identifier-case.js';
import { clientFolder, exportsOf } from './client-folder.js';
import * as after from './drift/after.js';
import * as before from './drift/before.js';
import { tsc } from './tsc.js';

const same: readonly string[] = ['unchanged', 'reordered'];

// Read from the one, compiled against the other: what happens when a definition is edited and nothing generated.
const channels = exportsOf('drift/before.ts', before).map((each) => ({ ...each, file: '../../test/drift/after.ts' }));
const forth = clientFolder('drift-forth', channels);
const back = clientFolder(
  'drift-back',
  exportsOf('drift/after.ts', after).map((each) => ({ ...each, file: '../../test/drift/before.ts' })),
);

const complaints = { forth: tsc(forth.path), back: tsc(back.path) };

afterAll(() => {
  forth.remove();
  back.remove();
});

test.each([
  { name: 'a definition that was edited', found: complaints.forth },
  { name: 'a definition that went back', found: complaints.back },
])('$name compiles only with its client generated anew', async ({ found }) => {
  const errors = (await found).split('\n').filter((line) => line.includes('error TS'));
  const files = errors.map((line) => /generated\/([^(]+)\.ts\(/.exec(line)?.[1] ?? line);
  const drifted = Object.keys(before).filter((name) => !same.includes(name));
  expect([...new Set(files)].sort()).toEqual(drifted.map(kebabCase).sort());
});

test('the complaint says what to do', async () => {
  const [line] = (await complaints.forth).split('\n').filter((each) => each.includes('generated/optional-added.ts'));
  expect(line).toContain('the definition has other types: run `tidings generate`');
});

test('both lists name the same channels', () => {
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
});
