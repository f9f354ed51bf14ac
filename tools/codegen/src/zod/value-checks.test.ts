import { expect, test } from 'vitest';
import * as z from 'zod';
import type { ValueCheck } from '../model/value-check.js';
import { SchemaReader } from './schema-reader.js';
import { ShapeNames } from './shape-names.js';

function checksOf(schema: z.ZodType): readonly ValueCheck[] | undefined {
  const reader = new SchemaReader(new ShapeNames([]));
  return reader.readPayload(schema, { file: 'a.ts', channel: 'a', identifier: 'a' }).checks;
}

const text = z.string();

test('a refinement is known by its code, however it is added', () => {
  const made = checksOf(text.refine((value) => value !== 'a'));
  expect(made).toEqual([{ check: 'refine', code: 'value => value !== "a"' }]);
  expect(checksOf(text.check(z.refine((value: string) => value !== 'a')))).toEqual(made);
  expect(checksOf(text.refine((value) => value !== 'b'))).not.toEqual(made);
});

test('a check by a function is known by its code', () => {
  expect(checksOf(text.check(({ issues }) => void issues.pop()))).toEqual([
    { check: 'refine', code: expect.stringContaining('issues . pop ( )') },
  ]);
});

test('a superRefine has no code to be known by, and is not taken for another one', () => {
  expect(checksOf(text.superRefine(() => {}))).toEqual([{ check: 'refine' }]);
});

test('the condition of a refinement is part of it', () => {
  const schema = text.refine((value) => value !== 'a', { when: ({ issues }) => issues.length === 0 });
  expect(checksOf(schema)).toEqual([
    { check: 'refine', code: expect.stringMatching(/^value => value !== "a" when .* => issues \. length === 0$/) },
  ]);
});

test('checks keep their order', () => {
  expect(checksOf(text.max(3).min(1).regex(/a/).max(2))?.map(({ check }) => check)).toEqual([
    'maxLength',
    'minLength',
    'pattern',
    'maxLength',
  ]);
});

test('bounds that exclude nothing are left out', () => {
  expect(checksOf(z.number().max(Number.POSITIVE_INFINITY).gt(Number.NEGATIVE_INFINITY))).toBeUndefined();
});

test('descriptions by checks, as zod/mini has them, are no checks', () => {
  expect(checksOf(text.check(z.describe('a'), z.meta({ title: 'b' })))).toBeUndefined();
});
