import { expect, test } from 'vitest';
import { jsonLine, jsonLines } from './json-text.js';

test.each([
  '*/ process.exit(); /*',
  '**/',
  '@deprecated',
  'a @tag b',
  '\u2028\u2029\u202E\u0000',
  '\uD83D\uDC69\u200D\uD83D\uDC67',
  '\uD800 alone',
  'x'.repeat(10_000),
])('%j in a comment is still the same JSON', (text) => {
  const value = { [text]: [text, {}, [], { a: null }], other: 1 };
  for (const written of [jsonLine(value), jsonLines(value).join('\n')]) {
    expect(JSON.parse(written)).toEqual(value);
    expect(written).not.toContain('*/');
    expect(written).not.toContain('@');
    expect(written.replaceAll('\n', '')).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]*$/u);
  }
});

test('has room to breathe on one line', () => {
  expect(jsonLine({ a: [1, { b: 'c' }], d: {} })).toBe('{ "a": [1, { "b": "c" }], "d": {} }');
});

test('takes lines where it is told to', () => {
  expect(jsonLines({ a: [1] })).toEqual(['{', '  "a": [', '    1', '  ]', '}']);
});
