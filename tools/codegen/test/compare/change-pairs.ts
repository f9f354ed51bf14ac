import { brand, isoDate, openEnum } from '@tidings/core/define';
import * as z from 'zod';
import type { Inclusion } from '../../src/compare/inclusion.js';

type Verdict = Inclusion['verdict'];

/** The four answers: two about what is read, two about what compiles. */
export type Answers = readonly [backward: Verdict, forward: Verdict, publish: boolean, handle: boolean];
/** A change: what it is called, or how it differs from the one before. */
export type Pair = readonly [kind: string, before: z.ZodType, after: z.ZodType, answers: Answers];

const a = { a: z.string() };

/**
 * What changes; whether a new reader reads what was written before, and an old reader what is written now; whether publish calls
 * and handlers from before compile.
 */
export const pairs: readonly Pair[] = [
  ['FIELD_ADDED_OPTIONAL', z.object(a), z.object({ ...a, b: z.int().optional() }), ['yes', 'yes', true, true]],
  ['FIELD_ADDED_DEFAULTED', z.object(a), z.object({ ...a, b: z.int().default(1) }), ['yes', 'yes', true, true]],
  [
    '… old reader strict',
    z.strictObject(a),
    z.strictObject({ ...a, b: z.int().optional() }),
    ['yes', 'no', true, true],
  ],
  [
    '… old writer loose',
    z.looseObject(a),
    z.looseObject({ ...a, b: z.int().optional() }),
    ['unknown', 'yes', true, true],
  ],
  [
    '… old writer has a catchall',
    z.object(a).catchall(z.string()),
    z.object({ ...a, b: z.int().optional() }),
    ['no', 'no', false, false],
  ],
  ['FIELD_ADDED_REQUIRED', z.object(a), z.object({ ...a, b: z.int() }), ['no', 'yes', false, true]],
  ['FIELD_REMOVED_OPTIONAL', z.object({ ...a, b: z.int().optional() }), z.object(a), ['yes', 'yes', false, false]],
  ['FIELD_REMOVED_DEFAULTED', z.object({ ...a, b: z.int().default(1) }), z.object(a), ['yes', 'yes', false, false]],
  ['FIELD_REMOVED_REQUIRED', z.object({ ...a, b: z.int() }), z.object(a), ['yes', 'no', false, false]],
  ['FIELD_RENAMED', z.object({ user: z.int() }), z.object({ userId: z.int() }), ['no', 'no', false, false]],
  ['REQUIRED_TO_OPTIONAL', z.object({ b: z.int() }), z.object({ b: z.int().optional() }), ['yes', 'no', true, false]],
  ['OPTIONAL_TO_REQUIRED', z.object({ b: z.int().optional() }), z.object({ b: z.int() }), ['no', 'yes', false, true]],
  [
    'OPTIONAL_TO_DEFAULTED',
    z.object({ b: z.int().optional() }),
    z.object({ b: z.int().default(1) }),
    ['yes', 'yes', true, true],
  ],
  [
    'DEFAULTED_TO_OPTIONAL',
    z.object({ b: z.int().default(1) }),
    z.object({ b: z.int().optional() }),
    ['yes', 'yes', true, false],
  ],
  [
    'DEFAULT_VALUE_CHANGED',
    z.object({ b: z.int().default(1) }),
    z.object({ b: z.int().default(2) }),
    ['yes', 'yes', true, true],
  ],
  ['NULLABLE_ADDED', z.string(), z.string().nullable(), ['yes', 'no', true, false]],
  ['NULLABLE_REMOVED', z.string().nullable(), z.string(), ['no', 'yes', false, true]],
  ['TYPE_WIDENED', z.int(), z.number(), ['yes', 'no', true, true]],
  ['TYPE_WIDENED to anything', z.int(), z.unknown(), ['yes', 'no', true, false]],
  ['TYPE_NARROWED', z.union([z.string(), z.int()]), z.int(), ['no', 'yes', false, true]],
  ['TYPE_CHANGED', z.string(), z.int(), ['no', 'no', false, false]],
  ['TYPE_CHANGED to a list', z.string(), z.array(z.string()), ['no', 'no', false, false]],
  ['TUPLE_ARITY_CHANGED', z.tuple([z.int()]), z.tuple([z.int(), z.int()]), ['no', 'no', false, false]],
  [
    'DISCRIMINATOR_CHANGED',
    z.discriminatedUnion('kind', [z.object({ kind: z.literal('x') }), z.object({ kind: z.literal('y') })]),
    z.discriminatedUnion('type', [z.object({ type: z.literal('x') }), z.object({ type: z.literal('y') })]),
    ['no', 'no', false, false],
  ],
  ['ENUM_VALUE_ADDED', z.enum(['x']), z.enum(['x', 'y']), ['yes', 'no', true, false]],
  ['ENUM_VALUE_REMOVED', z.enum(['x', 'y']), z.enum(['x']), ['no', 'yes', false, true]],
  [
    '… declared open',
    openEnum(['x'], { maxLength: 9 }),
    openEnum(['x', 'y'], { maxLength: 9 }),
    ['yes', 'yes', true, true],
  ],
  ['… opened', z.enum(['x']), openEnum(['x'], { maxLength: 9 }), ['yes', 'no', true, false]],
  ['UNION_MEMBER_ADDED', z.union([z.string()]), z.union([z.string(), z.int()]), ['yes', 'no', true, false]],
  ['UNION_MEMBER_REMOVED', z.union([z.string(), z.boolean()]), z.union([z.string()]), ['no', 'yes', false, true]],
  ['… covered by another', z.union([z.literal('x'), z.string()]), z.union([z.string()]), ['yes', 'yes', true, true]],
  [
    '… by several together',
    z.object({ kind: z.enum(['x', 'y']) }),
    z.union([z.object({ kind: z.literal('x') }), z.object({ kind: z.literal('y') })]),
    ['yes', 'yes', true, true],
  ],
  ['BOUND_LOOSENED', z.string().max(3), z.string().max(5), ['yes', 'no', true, true]],
  ['BOUND_TIGHTENED', z.number().min(0), z.number().min(1), ['no', 'yes', true, true]],
  ['… beside another', z.number().min(0).max(9), z.number().gt(0).max(9), ['no', 'yes', true, true]],
  ['… of a list', z.array(z.int()).max(3), z.array(z.int()).max(2), ['no', 'yes', true, true]],
  ['… of steps', z.int().multipleOf(2), z.int().multipleOf(4), ['no', 'yes', true, true]],
  ['… of a format', z.int32(), z.int(), ['yes', 'no', true, true]],
  ['PATTERN_CHANGED', z.string().regex(/^q{7}$/), z.string().regex(/^q{3,9}$/), ['unknown', 'unknown', true, true]],
  ['… and a payload tells', z.string().regex(/^a+$/), z.string().regex(/^b*$/), ['no', 'no', true, true]],
  ['PATTERN_ADDED', z.string(), z.string().regex(/^a+$/), ['no', 'yes', true, true]],
  ['FORMAT_CHANGED', z.email(), z.uuid(), ['no', 'no', true, true]],
  ['FORMAT_REMOVED', z.email(), z.string(), ['yes', 'no', true, true]],
  [
    'REFINEMENT_CHANGED',
    z.string().refine((text) => text !== 'b'),
    z.string().refine((text) => text !== 'c'),
    ['unknown', 'unknown', true, true],
  ],
  [
    '… kept, beside something else',
    z.object({ a: z.string().refine((text) => text !== 'b') }),
    z.object({ a: z.string().refine((text) => text !== 'b'), c: z.int().optional() }),
    ['yes', 'yes', true, true],
  ],
  ['CODEC_OUTPUT_CHANGED', z.iso.datetime({ offset: true }), isoDate, ['yes', 'yes', false, false]],
  ['STRIP_TO_STRICT', z.object(a), z.strictObject(a), ['no', 'yes', true, true]],
  ['STRICT_TO_STRIP', z.strictObject(a), z.object(a), ['yes', 'no', true, true]],
  ['BRAND_CHANGED', brand(z.string(), 'One'), brand(z.string(), 'Two'), ['yes', 'yes', false, false]],
  ['READONLY_ADDED', z.array(z.int()), z.array(z.int()).readonly(), ['yes', 'yes', true, false]],
  [
    'a record of listed keys',
    z.record(z.enum(['x', 'y']), z.int()),
    z.object({ x: z.int(), y: z.int() }),
    ['yes', 'no', true, true],
  ],
  ['a record', z.object({ x: z.int() }), z.record(z.string(), z.int()), ['yes', 'no', true, false]],
  ['a template', z.templateLiteral(['id-', z.int()]), z.string(), ['yes', 'no', true, false]],
];

/** Where it may happen. */
export const containers: Readonly<Record<string, (schema: z.ZodType) => z.ZodType>> = {
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
