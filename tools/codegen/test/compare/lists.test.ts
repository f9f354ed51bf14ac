import { expect, test } from 'vitest';
import * as z from 'zod';
import { includes } from '../../src/compare/includes.js';
import type { Side } from '../../src/compare/inclusion.js';
import type { SchemaForm } from '../../src/model/schema-form.js';
import { formOf } from './side-of.js';

function verdict(writer: z.ZodType, reader: z.ZodType): unknown {
  const found = includes(formOf(writer), formOf(reader));
  return found.verdict === 'no' ? found.payload : found.verdict;
}

const pair = z.tuple([z.string(), z.union([z.string(), z.number()])]);

test('a list of so many items is a tuple', () => {
  expect(verdict(z.array(z.string()).length(2), pair)).toBe('yes');
  expect(verdict(z.array(z.string()).min(1).max(2), pair)).toEqual([expect.any(String)]);
  expect(verdict(z.array(z.string()).min(2), pair)).toHaveLength(3);
  expect(verdict(z.array(z.number()).length(2), pair)).toEqual([1, 1]);
  expect(verdict(z.array(z.string()).min(1), z.tuple([z.string()], z.number()))).toHaveLength(2);
});

test('a tuple is as long as it says', () => {
  expect(
    verdict(
      pair,
      z
        .array(z.union([z.string(), z.number()]))
        .min(2)
        .max(2),
    ),
  ).toBe('yes');
  expect(verdict(z.tuple([z.string()], z.string()), z.array(z.string()).min(1))).toBe('yes');
  expect(verdict(z.tuple([z.string()], z.string()), z.array(z.string()).max(1))).toHaveLength(2);
});

test('items at the end of a tuple may be missing', () => {
  const text: SchemaForm = { kind: 'string' };
  const optional: SchemaForm = { kind: 'optional', inner: text, exact: false };
  const many: Side = { form: { kind: 'array', element: text }, shapes: [] };
  const some: Side = { form: { kind: 'tuple', items: [optional], rest: text }, shapes: [] };
  const few: Side = { form: { kind: 'tuple', items: [text, optional] }, shapes: [] };
  expect(includes(many, some).verdict).toBe('yes');
  expect(includes(many, few)).toMatchObject({ verdict: 'no', payload: [] });
  expect(includes(few, formOf(z.array(z.string()).min(2)))).toMatchObject({
    verdict: 'no',
    payload: [expect.any(String)],
  });
});

test('anything is one of all kinds', () => {
  const kinds = [z.null(), z.boolean(), z.string(), z.number(), z.array(z.unknown())] as const;
  expect(verdict(z.unknown(), z.union([...kinds, z.looseObject({})]))).toBe('yes');
  expect(verdict(z.unknown(), z.union(kinds))).toEqual({});
  expect(verdict(z.array(z.unknown()), z.array(z.union([...kinds, z.looseObject({})])))).toBe('yes');
});
