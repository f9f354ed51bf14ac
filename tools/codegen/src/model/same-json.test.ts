import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.js';
import { isSameJson } from './same-json.js';

test('tells what canonical JSON tells', () => {
  const value = fc.anything({
    maxDepth: 2,
    key: fc.constantFrom('a', 'b', '__proto__', 'toString'),
    values: [fc.constantFrom<unknown>(1, 0, -0, Number.NaN, Number.POSITIVE_INFINITY, 'a', null, undefined, true)],
  });
  fc.assert(
    fc.property(value, value, fc.boolean(), (one, other, isClone) => {
      const second = isClone ? structuredClone(one) : other;
      expect(isSameJson(one, second)).toBe(canonicalJson(one) === canonicalJson(second));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
  [{ a: undefined }, {}, true],
  [{ a: null }, {}, false],
  [[], {}, false],
  [{ toString: undefined }, {}, true],
  [{}, { toString: 1 }, false],
])('%j and %j: %s', (one, other, expected) => {
  expect(isSameJson(one, other)).toBe(expected);
  expect(isSameJson(other, one)).toBe(expected);
});
