import { describe, expect, test } from 'vitest';
import { CodegenError } from '../codegen-error.js';
import { header } from '../emit/source-file.js';
import { manifestFile, manifestText, readManifest } from './manifest.js';
import { planOutput } from './plan-output.js';

const a = { path: 'a.ts', content: `${header}\nexport const a = 1;\n` };
const b = { path: 'b.ts', content: `${header}\nexport const b = 1;\n` };

function stateOf(files: Readonly<Record<string, string>>): Parameters<typeof planOutput>[1] {
  const record = files[manifestFile];
  return {
    manifest: record === undefined ? undefined : readManifest(record),
    contentOf: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
  };
}

const written = { 'a.ts': a.content, 'b.ts': b.content, [manifestFile]: manifestText([a, b]) };

describe('planOutput', () => {
  test('writes everything into an empty folder, the manifest last', () => {
    const plan = planOutput([a, b], stateOf({}));
    expect(plan.write.map(({ path }) => path)).toEqual(['a.ts', 'b.ts', manifestFile]);
  });

  test('writes nothing where nothing changed, also after a checkout with other line ends', () => {
    const empty = { write: [], remove: [], foreign: [], unchanged: 3 };
    expect(planOutput([a, b], stateOf(written))).toMatchObject(empty);
    const windows = Object.fromEntries(
      Object.entries(written).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
    );
    expect(planOutput([a, b], stateOf(windows))).toMatchObject(empty);
  });

  test('writes what changed, and what was changed by hand', () => {
    const plan = planOutput([a, b], stateOf({ ...written, 'a.ts': `${a.content}// mine\n` }));
    expect(plan.write).toEqual([a]);
  });

  test('removes what it wrote and no longer generates, and nothing else', () => {
    const plan = planOutput([a], stateOf({ ...written, 'mine.ts': 'export {};' }));
    expect(plan.remove).toEqual(['b.ts']);
    expect(planOutput([a], stateOf({ ...written, 'b.ts': 'replaced by hand' })).remove).toEqual([]);
  });

  test('leaves alone what the record names, where only some of the files are given', () => {
    const edited = { ...a, content: `${a.content}// more` };
    const plan = planOutput([edited], stateOf(written), true);
    expect(plan).toMatchObject({ remove: [], foreign: [], unchanged: 1 });
    expect(plan.write).toEqual([edited, { path: manifestFile, content: manifestText([edited, b]) }]);
  });

  test('does not touch a file that it did not write', () => {
    expect(planOutput([a], stateOf({ 'a.ts': 'export const mine = 1;' }))).toMatchObject({ foreign: ['a.ts'] });
  });
});

describe('readManifest', () => {
  test.each([
    '<<<<<<< ours',
    'null',
    '{}',
    '{"files":{"../../package.json":"x"}}',
    '{"files":{"/etc/passwd":"x"}}',
    '{"files":{"a/../../b":"x"}}',
    '{"files":{"a.ts":1}}',
  ])('refuses %s', (text) => {
    expect(() => readManifest(text)).toThrow(CodegenError);
  });
});
