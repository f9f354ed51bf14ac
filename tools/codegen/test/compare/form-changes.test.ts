import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type FormChangeKind, formChangeKinds } from '../../src/compare/change-kinds.js';
import { type FormChange, formChanges } from '../../src/compare/form-changes.js';
import { includes } from '../../src/compare/includes.js';
import type { Side } from '../../src/compare/inclusion.js';
import { together } from '../../src/compare/rename-shapes.js';
import { containers, pairs } from './change-pairs.js';
import { relatives, seed } from './relatives.js';
import { formOf, sideOf } from './side-of.js';

function changesOf(before: Side, after: Side): readonly FormChange[] {
  const both = together(before, after);
  return formChanges(both.before, both.after, both.shapes);
}

function kindsOf(before: z.ZodType, after: z.ZodType): readonly string[] {
  return changesOf(formOf(before), formOf(after)).map(({ kind }) => kind);
}

/** Those of the table that are called as the comparison calls them. */
const named = pairs.filter(
  (pair): pair is typeof pair & readonly [FormChangeKind, ...unknown[]] => pair[0] in formChangeKinds,
);

describe.each(named)('%s', (kind, before, after) => {
  test('is called so', () => {
    expect([...new Set(kindsOf(before, after))]).toEqual([kind]);
  });

  test.each(Object.entries(containers))('is called so in %s', (_, contain) => {
    expect([...new Set(kindsOf(contain(before), contain(after)))]).toEqual([kind]);
  });
});

test('where it is', () => {
  const before = z.object({ items: z.array(z.object({ price: z.int(), 'odd name': z.string() })) });
  const after = z.object({ items: z.array(z.object({ price: z.int().min(0), 'odd name': z.string().nullable() })) });
  expect(changesOf(formOf(before), formOf(after))).toMatchObject([
    { kind: 'BOUND_TIGHTENED', path: 'payload.items[].price', after: 'min 0' },
    { kind: 'NULLABLE_ADDED', path: 'payload.items[]["odd name"]' },
  ]);
});

test.each([
  ['a name that is longer', { user: z.string() }, { userId: z.string() }, ['FIELD_RENAMED']],
  ['a name in another style', { user_id: z.string() }, { userId: z.string() }, ['FIELD_RENAMED']],
  [
    'another name and another type',
    { user: z.string() },
    { userId: z.int() },
    ['FIELD_ADDED_REQUIRED', 'FIELD_REMOVED_REQUIRED'],
  ],
  [
    'a name that has nothing to do with it',
    { user: z.string() },
    { place: z.string() },
    ['FIELD_ADDED_REQUIRED', 'FIELD_REMOVED_REQUIRED'],
  ],
  [
    'two that it could be',
    { user: z.string() },
    { userId: z.string(), userName: z.string() },
    ['FIELD_ADDED_REQUIRED', 'FIELD_ADDED_REQUIRED', 'FIELD_REMOVED_REQUIRED'],
  ],
] as const)('renamed: %s', (_, before, after, kinds) => {
  expect(kindsOf(z.object(before), z.object(after))).toEqual(kinds);
});

test('several at once, each by itself', () => {
  const before = z.object({ a: z.string().max(5).optional(), kind: z.enum(['x', 'y']) });
  const after = z.object({ a: z.string().max(3).nullable(), kind: z.enum(['y', 'z']), more: z.int().default(1) });
  expect(kindsOf(before, after)).toEqual([
    'OPTIONAL_TO_REQUIRED',
    'NULLABLE_ADDED',
    'BOUND_TIGHTENED',
    'ENUM_VALUE_ADDED',
    'ENUM_VALUE_REMOVED',
    'FIELD_ADDED_DEFAULTED',
  ]);
});

test('what is said to people is no more than that', () => {
  const before = z.object({ a: z.string().describe('A.') }).meta({ title: 'One' });
  const after = z.object({ a: z.string().describe('B.') }).meta({ title: 'Two' });
  const changes = changesOf(formOf(before), formOf(after));
  expect(changes.map(({ kind, path }) => [kind, path])).toEqual([
    ['TITLE_CHANGED', 'payload'],
    ['DESCRIPTION_CHANGED', 'payload.a'],
  ]);
  expect(changes.every(({ pair }) => pair === undefined)).toBe(true);
});

test('nothing is different from itself', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(relatives, ({ one }) => {
      const side = sideOf(one);
      fc.pre(side !== undefined);
      expect(changesOf(side, side)).toEqual([]);
    }),
    { numRuns: 300, seed },
  );
});

test('what is read in none of its parts differently is read as a whole', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(relatives, ({ one, other }) => {
      const [before, after] = [sideOf(one), sideOf(other)];
      fc.pre(before !== undefined && after !== undefined);
      const both = together(before, after);
      const { shapes } = both;
      const changes = formChanges(both.before, both.after, shapes);
      const verdicts = changes.flatMap(({ pair }) =>
        pair === undefined ? [] : [includes({ shapes, form: pair[0] }, { shapes, form: pair[1] }).verdict],
      );
      const whole = includes(before, after);
      if (verdicts.every((verdict) => verdict === 'yes')) {
        expect(whole, JSON.stringify([before, after, changes])).not.toMatchObject({ verdict: 'no' });
      }
    }),
    { numRuns: 500, seed },
  );
});
