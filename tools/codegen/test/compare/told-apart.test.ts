import { expect, test } from 'vitest';
import * as z from 'zod';
import { includes } from '../../src/compare/includes.js';
import { formOf } from './side-of.js';

const one = z.strictObject({ kind: z.literal('a').optional(), value: z.string() });

test('a property that may be missing tells options apart by being there, too', () => {
  const writer = formOf(z.strictObject({ kind: z.enum(['a', 'b']).optional(), value: z.string() }));
  const reader = formOf(z.union([one, z.strictObject({ kind: z.literal('b'), value: z.string() })]));
  expect(includes(writer, reader)).toEqual({ verdict: 'yes' });
});

test('what is told apart once is not told apart again', () => {
  const writer = formOf(z.strictObject({ kind: z.literal('a').optional(), value: z.union([z.string(), z.number()]) }));
  const reader = formOf(z.union([one, z.strictObject({ kind: z.literal('a'), value: z.number() })]));
  expect(includes(writer, reader)).toMatchObject({ verdict: 'no', payload: { value: 1 } });
});
