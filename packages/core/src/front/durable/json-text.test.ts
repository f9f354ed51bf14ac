import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from './json-text.js';

const deep = (inner: string): string => `${'[{"a":'.repeat(50_000)}${inner}${'}]'.repeat(50_000)}`;

test('what JSON.parse takes is written as it was, also where JSON.stringify has not enough stack', () => {
  const text = deep('[1,"two",null,true,{"__proto__":{},"b":[]},{}]');
  const parsed: unknown = JSON.parse(text);
  expect(() => JSON.stringify(parsed)).toThrow(RangeError);
  expect(jsonText(parsed)).toBe(text);
});

test('it is what JSON.stringify gives', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const inner = JSON.stringify(JSON.parse(text));
      expect(jsonText(JSON.parse(text))).toBe(inner);
      expect(jsonText(JSON.parse(deep(inner)))).toBe(deep(inner));
    }),
    { numRuns: 20 },
  );
});
