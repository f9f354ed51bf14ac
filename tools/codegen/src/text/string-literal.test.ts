import { expect, test } from 'vitest';
import { stringLiteral, templateText } from './string-literal.js';

const hostile: readonly string[] = [
  "it's",
  '"double"',
  '`$' + '{process.exit()}`',
  'back\\slash',
  "'; process.exit(); '",
  'line\nbreak\r\nand\ttab',
  '\u2028\u2029\u0000\u001b',
  '\u202Eright to left\u202C\u200F\uFEFF',
  'emoji 👩‍👩‍👧 stays readable but for what joins it',
  '\uD800 alone',
  '</script>*/',
  'x'.repeat(10_000),
];

test.each(hostile)('a literal of %j is that string again, and nothing else', (text) => {
  const literal = stringLiteral(text);
  expect(new Function(`return ${literal}`)()).toBe(text);
  expect(literal).toMatch(/^'[^\p{C}\p{Zl}\p{Zp}]*'$/u);
});

test.each(hostile)('a template part of %j is that string again', (text) => {
  expect(new Function(`return \`${templateText(text)}\``)()).toBe(text);
});
