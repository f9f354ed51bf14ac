import { brand, isoDate, openEnum } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { includes } from '../../src/compare/includes.js';
import type { Inclusion } from '../../src/compare/inclusion.js';
import { sideOf } from './side-of.js';

type Verdict = Inclusion['verdict'];
type Pair = readonly [kind: string, before: z.ZodType, after: z.ZodType, backward: Verdict, forward: Verdict];

const a = { a: z.string() };

/** What changes, and whether a new reader reads what was written before, and an old reader what is written now. */
const pairs: readonly Pair[] = [
  ['FIELD_ADDED_OPTIONAL', z.object(a), z.object({ ...a, b: z.int().optional() }), 'yes', 'yes'],
  ['FIELD_ADDED_DEFAULTED', z.object(a), z.object({ ...a, b: z.int().default(1) }), 'yes', 'yes'],
  ['… old reader strict', z.strictObject(a), z.strictObject({ ...a, b: z.int().optional() }), 'yes', 'no'],
  ['… old writer loose', z.looseObject(a), z.looseObject({ ...a, b: z.int().optional() }), 'unknown', 'yes'],
  [
    '… old writer has a catchall',
    z.object(a).catchall(z.string()),
    z.object({ ...a, b: z.int().optional() }),
    'no',
    'no',
  ],
  ['FIELD_ADDED_REQUIRED', z.object(a), z.object({ ...a, b: z.int() }), 'no', 'yes'],
  ['FIELD_REMOVED_OPTIONAL', z.object({ ...a, b: z.int().optional() }), z.object(a), 'yes', 'yes'],
  ['FIELD_REMOVED_DEFAULTED', z.object({ ...a, b: z.int().default(1) }), z.object(a), 'yes', 'yes'],
  ['FIELD_REMOVED_REQUIRED', z.object({ ...a, b: z.int() }), z.object(a), 'yes', 'no'],
  ['FIELD_RENAMED', z.object({ b: z.int() }), z.object({ c: z.int() }), 'no', 'no'],
  ['REQUIRED_TO_OPTIONAL', z.object({ b: z.int() }), z.object({ b: z.int().optional() }), 'yes', 'no'],
  ['OPTIONAL_TO_REQUIRED', z.object({ b: z.int().optional() }), z.object({ b: z.int() }), 'no', 'yes'],
  ['OPTIONAL_TO_DEFAULTED', z.object({ b: z.int().optional() }), z.object({ b: z.int().default(1) }), 'yes', 'yes'],
  ['DEFAULTED_TO_OPTIONAL', z.object({ b: z.int().default(1) }), z.object({ b: z.int().optional() }), 'yes', 'yes'],
  ['DEFAULT_VALUE_CHANGED', z.object({ b: z.int().default(1) }), z.object({ b: z.int().default(2) }), 'yes', 'yes'],
  ['NULLABLE_ADDED', z.string(), z.string().nullable(), 'yes', 'no'],
  ['NULLABLE_REMOVED', z.string().nullable(), z.string(), 'no', 'yes'],
  ['TYPE_WIDENED', z.int(), z.number(), 'yes', 'no'],
  ['TYPE_WIDENED to anything', z.int(), z.unknown(), 'yes', 'no'],
  ['TYPE_NARROWED', z.union([z.string(), z.int()]), z.int(), 'no', 'yes'],
  ['TYPE_CHANGED', z.string(), z.int(), 'no', 'no'],
  ['TYPE_CHANGED to a list', z.string(), z.array(z.string()), 'no', 'no'],
  ['TUPLE_ARITY_CHANGED', z.tuple([z.int()]), z.tuple([z.int(), z.int()]), 'no', 'no'],
  [
    'DISCRIMINATOR_CHANGED',
    z.discriminatedUnion('kind', [z.object({ kind: z.literal('x') }), z.object({ kind: z.literal('y') })]),
    z.discriminatedUnion('type', [z.object({ type: z.literal('x') }), z.object({ type: z.literal('y') })]),
    'no',
    'no',
  ],
  ['ENUM_VALUE_ADDED', z.enum(['x']), z.enum(['x', 'y']), 'yes', 'no'],
  ['ENUM_VALUE_REMOVED', z.enum(['x', 'y']), z.enum(['x']), 'no', 'yes'],
  ['… declared open', openEnum(['x'], { maxLength: 9 }), openEnum(['x', 'y'], { maxLength: 9 }), 'yes', 'yes'],
  ['… opened', z.enum(['x']), openEnum(['x'], { maxLength: 9 }), 'yes', 'no'],
  ['UNION_MEMBER_ADDED', z.union([z.string()]), z.union([z.string(), z.int()]), 'yes', 'no'],
  ['UNION_MEMBER_REMOVED', z.union([z.string(), z.boolean()]), z.union([z.string()]), 'no', 'yes'],
  ['… covered by another', z.union([z.literal('x'), z.string()]), z.union([z.string()]), 'yes', 'yes'],
  [
    '… by several together',
    z.object({ kind: z.enum(['x', 'y']) }),
    z.union([z.object({ kind: z.literal('x') }), z.object({ kind: z.literal('y') })]),
    'yes',
    'yes',
  ],
  ['BOUND_LOOSENED', z.string().max(3), z.string().max(5), 'yes', 'no'],
  ['BOUND_TIGHTENED', z.number().min(0), z.number().min(1), 'no', 'yes'],
  ['… beside another', z.number().min(0).max(9), z.number().gt(0).max(9), 'no', 'yes'],
  ['… of a list', z.array(z.int()).max(3), z.array(z.int()).max(2), 'no', 'yes'],
  ['… of steps', z.int().multipleOf(2), z.int().multipleOf(4), 'no', 'yes'],
  ['… of a format', z.int32(), z.int(), 'yes', 'no'],
  ['PATTERN_CHANGED', z.string().regex(/^q{7}$/), z.string().regex(/^q{3,9}$/), 'unknown', 'unknown'],
  ['… and a payload tells', z.string().regex(/^a+$/), z.string().regex(/^b*$/), 'no', 'no'],
  ['PATTERN_ADDED', z.string(), z.string().regex(/^a+$/), 'no', 'yes'],
  ['FORMAT_CHANGED', z.email(), z.uuid(), 'no', 'no'],
  ['FORMAT_REMOVED', z.email(), z.string(), 'yes', 'no'],
  [
    'REFINEMENT_CHANGED',
    z.string().refine((text) => text !== 'b'),
    z.string().refine((text) => text !== 'c'),
    'unknown',
    'unknown',
  ],
  [
    '… kept, beside something else',
    z.object({ a: z.string().refine((text) => text !== 'b') }),
    z.object({ a: z.string().refine((text) => text !== 'b'), c: z.int().optional() }),
    'yes',
    'yes',
  ],
  ['CODEC_OUTPUT_CHANGED', z.iso.datetime({ offset: true }), isoDate, 'yes', 'yes'],
  ['STRIP_TO_STRICT', z.object({ ...a, b: z.int().optional() }), z.strictObject(a), 'no', 'yes'],
  ['STRICT_TO_STRIP', z.strictObject(a), z.object({ ...a, b: z.int().optional() }), 'yes', 'no'],
  ['BRAND_CHANGED', brand(z.string(), 'One'), brand(z.string(), 'Two'), 'yes', 'yes'],
  ['READONLY_ADDED', z.array(z.int()), z.array(z.int()).readonly(), 'yes', 'yes'],
  [
    'a record of listed keys',
    z.record(z.enum(['x', 'y']), z.int()),
    z.object({ x: z.int(), y: z.int() }),
    'yes',
    'yes',
  ],
  ['a record', z.object({ x: z.int() }), z.record(z.string(), z.int()), 'yes', 'no'],
  ['a template', z.templateLiteral(['id-', z.int()]), z.string(), 'yes', 'no'],
];

const containers: Readonly<Record<string, (schema: z.ZodType) => z.ZodType>> = {
  'a property': (inner) => z.object({ before: z.string(), inner, after: z.int().optional() }),
  'an optional property': (inner) => z.object({ inner: inner.optional() }),
  'a list': (inner) => z.array(inner),
  'a list that is not empty': (inner) => z.array(inner).min(2),
  'a record': (inner) => z.record(z.string(), inner),
  'a tuple': (inner) => z.tuple([z.string(), inner]),
  'the rest of a tuple': (inner) => z.tuple([z.string()], inner),
  'an option': (inner) => z.union([z.object({ other: z.literal('thing'), more: z.boolean() }), z.array(inner)]),
  'a told option': (inner) =>
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('one'), inner }),
      z.object({ kind: z.literal('two'), other: z.string() }),
    ]),
  'a catchall': (inner) => z.object({ known: z.string() }).catchall(inner),
  itself: (inner) => {
    const node: z.ZodType = z.object({ inner, children: z.array(z.lazy(() => node)) });
    return node;
  },
};

function inclusionOf(writer: z.ZodType, reader: z.ZodType): Inclusion {
  const [one, other] = [sideOf(writer), sideOf(reader)];
  if (one === undefined || other === undefined) throw new Error('no channel can be made of it');
  return includes(one, other);
}

/** A payload that is said to be a counterexample has to be one for zod, too. */
function expectHonest(found: Inclusion, writer: z.ZodType, reader: z.ZodType): void {
  if (found.verdict !== 'no') return;
  const takes = (schema: z.ZodType): boolean => z.safeDecode(schema, found.payload as never).success;
  expect([takes(writer), takes(reader)], JSON.stringify(found)).toEqual([true, false]);
}

describe.each(pairs)('%s', (_, before, after, backward, forward) => {
  test('as it is', () => {
    const [old, now] = [inclusionOf(before, after), inclusionOf(after, before)];
    expect([old.verdict, now.verdict], JSON.stringify([old, now])).toEqual([backward, forward]);
    expectHonest(old, before, after);
    expectHonest(now, after, before);
  });

  test.each(Object.entries(containers))('in %s', (_name, contain) => {
    const [one, other] = [contain(before), contain(after)];
    const [old, now] = [inclusionOf(one, other), inclusionOf(other, one)];
    expect([old.verdict, now.verdict], JSON.stringify([old, now])).toEqual([backward, forward]);
    expectHonest(old, one, other);
    expectHonest(now, other, one);
  });
});
