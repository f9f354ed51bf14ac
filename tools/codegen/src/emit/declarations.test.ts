import { expect, test } from 'vitest';
import { exportedConstant, exportedFunction, exportedInterface, exportedType } from './declarations.js';
import { statementText } from './source-file.js';

const doc = { description: 'What it is.' };

test('a type', () => {
  expect(exportedType('A', 'string', doc)).toBe('/** What it is. */\nexport type A = string;');
  expect(exportedType('A', "\n  | 'a'\n  | 'b'", {})).toBe("export type A =\n  | 'a'\n  | 'b';");
});

test('a constant', () => {
  expect(exportedConstant('a', 'A', '1', doc)).toBe('/** What it is. */\nexport const a: A = 1;');
});

test('an interface, with members that bring their comments', () => {
  const members = ['/**\n * First.\n *\n * @deprecated\n */\nreadonly a: 1;', 'readonly b: 2;'];
  expect(statementText(exportedInterface('A extends B', members, doc))).toMatchInlineSnapshot(`
    "/** What it is. */
    export interface A extends B {
      /**
       * First.
       *
       * @deprecated
       */
      readonly a: 1;
      readonly b: 2;
    }"
  `);
});

test('a function on one line, if it fits', () => {
  const text = { doc, name: 'run', parameters: ['a: A', 'b?: B'], returns: 'C', result: 'a.run(b)' };
  expect(statementText(exportedFunction(text))).toMatchInlineSnapshot(`
    "/** What it is. */
    export function run(a: A, b?: B): C {
      return a.run(b);
    }"
  `);
});

test('a function with a line for each parameter, if not', () => {
  const parameters = ['a', 'b'].map((name) => `${name}: ${'Long'.repeat(15)}`);
  const text = { doc: {}, name: 'run', parameters, returns: 'C', result: 'a.run(b)' };
  expect(statementText(exportedFunction(text))).toMatchInlineSnapshot(`
    "export function run(
      a: LongLongLongLongLongLongLongLongLongLongLongLongLongLongLong,
      b: LongLongLongLongLongLongLongLongLongLongLongLongLongLongLong,
    ): C {
      return a.run(b);
    }"
  `);
});
