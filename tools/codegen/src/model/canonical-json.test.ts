import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.js';

test('sorts fields by code units, keeps lists as they are, leaves out what is undefined', () => {
  expect(canonicalJson({ b: [2, 1, {}], a: { ä: null, z: '\u2028', Z: undefined }, __proto__: null })).toBe(
    '{\n  "a": {\n    "z": "\u2028",\n    "ä": null\n  },\n  "b": [\n    2,\n    1,\n    {}\n  ]\n}\n',
  );
});

test('is JSON that says the same, whatever the order of fields', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([name, inner]) => [name, reversed(inner)]));
}
