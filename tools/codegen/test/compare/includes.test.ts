import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { includes } from '../../src/compare/includes.js';
import type { Inclusion } from '../../src/compare/inclusion.js';
import { formOf } from './side-of.js';

function verdict(writer: z.ZodType, reader: z.ZodType): Inclusion['verdict'] {
  return includes(formOf(writer), formOf(reader)).verdict;
}

describe('an option that a property tells which may be missing', () => {
  const [x, y] = [z.object({ kind: z.literal('x') }), z.object({ kind: z.literal('y') })];
  const none = z.object({ kind: z.null().optional() });

  test.each([
    ['is covered by several with one for none', z.enum(['x', 'y']).optional(), z.union([x, y, none]), 'yes'],
    ['is not without', z.enum(['x', 'y']).optional(), z.union([x, y]), 'no'],
    ['is not with a value more', z.enum(['x', 'y', 'z']).optional(), z.union([x, y, none]), 'no'],
    ['may be one value', z.literal('x').optional(), z.union([y, none]), 'no'],
    ['may be missing for a default', z.enum(['x', 'y']).default('x'), z.union([x, y]), 'no'],
  ] as const)('%s', (_, kind, reader, expected) => {
    expect(verdict(z.object({ kind }), reader)).toBe(expected);
  });
});

test('what rests on a pair that turned out otherwise is found out again', () => {
  interface Shape {
    readonly a: z.ZodType;
    readonly b: z.ZodType;
  }
  // Within itself, `a` is taken for read, so `b` is; then `count` shows that `a` is not.
  const shapes = (count: z.ZodType): Shape => {
    const a: z.ZodType = z.object({ b: z.lazy(() => b).optional(), count }).meta({ id: 'A' });
    const b: z.ZodType = z.object({ a: z.lazy(() => a).optional() }).meta({ id: 'B' });
    return { a, b };
  };
  const [old, now] = [shapes(z.int()), shapes(z.string())];
  const before = z.object({ first: z.union([old.a, z.null()]), second: old.b });
  const after = z.object({ first: z.unknown(), second: now.b });
  expect(verdict(before, after)).toBe('no');
  const [either, both] = [z.union([now.a, z.unknown()]), z.object({ one: z.unknown(), two: now.b })];
  expect(verdict(z.object({ one: old.a, two: old.b }), z.object({ one: either, two: now.b }))).toBe('no');
  expect(verdict(z.object({ one: old.a, two: old.b }), both)).toBe('no');
});
