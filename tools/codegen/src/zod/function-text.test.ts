import { describe, expect, test } from 'vitest';
import { functionText } from './function-text.js';

/** A function of this text: tests are transformed before they run, so their own layout does not reach it. § is a $. */
function textOf(source: string): string | undefined {
  const made: unknown = new Function(`return (${source.replaceAll('§', '$')});`)();
  if (typeof made !== 'function') throw new TypeError('no function');
  return functionText(made as () => unknown);
}

describe('the text of a function', () => {
  test.each([
    ['layout', '(a, b) => a > b', '(a,\n  b)   =>\n  a>b'],
    ['comments', '(a) => { return a; }', '(a /* which */) => { // why\n return a; /* so */ }'],
    ['quotes', `(a) => a === 'it\\'s "so"'`, '(a) => a === "it\'s \\"so\\""'],
    ['brackets around one parameter', '(a) => a', 'a => a'],
    ['the same of async functions', 'async (a) => a', 'async a => a'],
    ['commas at the end', '(a) => f(a, [1, 2], { b: 1 })', '(a) => f(a, [1, 2,], { b: 1, },)'],
    ['semicolons at the end', '(a) => { f(a); }', '(a) => { f(a) }'],
    ['names of functions', 'function even(n) { return n % 2; }', 'function even2(n) { return n % 2; }'],
    ['layout in templates', '(a) => `§{ a + `§{b}` }`', '(a) => `§{a+`§{ b }`}`'],
  ])('does not depend on %s', (_, one, other) => {
    expect(textOf(one)).toBe(textOf(other));
  });

  test.each([
    ['values', '(a) => a > 1', '(a) => a > 2'],
    ['blanks in strings', "(a) => a === 'b c'", "(a) => a === 'b  c'"],
    ['blanks in templates', '(a) => a === `b c§{d} e`', '(a) => a === `b c§{d}  e`'],
    ['blanks in regular expressions', '(a) => /b c/.test(a)', '(a) => /b  c/.test(a)'],
    ['what looks like a comment in a string', "(a) => a === '// b'", "(a) => a === '// c'"],
    ['what looks like a comment in a regular expression', '(a) => /[/*]b/.test(a)', '(a) => /[/*]c/.test(a)'],
    ['regular expressions after a bracket', '(a) => { if (a) /b c/.test(a); }', '(a) => { if (a) /b  c/.test(a); }'],
    ['brackets', '(a, b, c) => (a + b) * c', '(a, b, c) => a + b * c'],
    ['words that are apart', '(a) => typeof a', '(a) => typeofa'],
    ['brackets of a call', '(a) => b((c) => c)', '(a) => (b, (c) => c)'],
    ['divisions', '(a) => a / 2 / 3', '(a) => a / 2'],
  ])('depends on %s', (_, one, other) => {
    expect(textOf(one)).toBeDefined();
    expect(textOf(one)).not.toBe(textOf(other));
  });

  test('is the name of what has no text', () => {
    expect(functionText(Number.isInteger)).toBe('native isInteger');
  });

  test('is undefined where it would say nothing', () => {
    expect(functionText(((a: number) => a > 1).bind(undefined))).toBeUndefined();
  });

  test('of 10,000 characters without an end is read all the same', () => {
    expect(textOf(`(a) => a === '${'x'.repeat(10_000)}'`)).toHaveLength(10_000 + 'a => a === ""'.length);
  });
});
