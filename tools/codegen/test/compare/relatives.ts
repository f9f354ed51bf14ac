import fc from 'fast-check';
import * as z from 'zod';
import { arbitrarySchema, type Sample } from '../json-schema/arbitrary-schema.js';

/** Two schemas that have something in common, and JSON that the first takes, mostly. */
export interface Relatives {
  readonly one: z.ZodType;
  readonly other: z.ZodType;
  readonly wire: fc.Arbitrary<unknown>;
}

type Kinship = (own: z.ZodType, strange: z.ZodType) => readonly [one: z.ZodType, other: z.ZodType];

/** What evolves into what, and the other way round. */
const kinships: readonly Kinship[] = [
  (own) => [own, own],
  (own, strange) => [own, strange],
  (own) => [own, own.nullable()],
  (own, strange) => [own, z.union([own, strange])],
  (own, strange) => [own, z.union([strange, own.nullable()])],
  (own, strange) => [z.union([own, strange]), z.union([strange, own])],
  (own) => [own, z.unknown()],
  (own) => [own, own.readonly()],
  (own) => [own, z.lazy(() => own)],
  (own, strange) => [z.object({ inner: own }), z.object({ inner: own, more: strange.optional() })],
  (own, strange) => [z.object({ inner: own }), z.object({ inner: own, more: strange })],
  (own, strange) => [z.object({ inner: own }), z.looseObject({ inner: own.optional(), more: strange.optional() })],
  (own) => [z.object({ inner: own }), z.strictObject({ inner: own })],
  (own) => [z.object({ inner: own }), z.strictObject({})],
  (own) => [z.object({ inner: own }), z.object({ inner: own.optional() })],
  (own) => [z.object({ inner: own }), z.object({ inner: own.nullable().default(null) })],
  (own) => [z.object({ inner: own }), z.object({ inner: own.nullable().catch(null) })],
  (own) => [z.object({ inner: own }), z.record(z.string(), own)],
  (own) => [z.partialRecord(z.enum(['inner', 'other']), own), z.object({ inner: own.optional() })],
  (own) => [z.record(z.enum(['inner', 'other']), own), z.object({ inner: own }).catchall(own)],
  (own) => [z.array(own), z.array(own.nullable())],
  (own) => [z.array(own).min(1).max(2), z.array(own).max(3)],
  (own) => [z.array(own).max(3), z.array(own).min(1)],
  (own) => [z.tuple([own]), z.array(own)],
  (own) => [z.tuple([own, own]), z.tuple([own], own)],
  (own, strange) => [z.tuple([own]), z.tuple([own], strange)],
  (own, strange) => [
    z.object({ kind: z.enum(['a', 'b']), value: own }),
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('a'), value: own }),
      z.object({ kind: z.literal('b'), value: z.union([own, strange]) }),
    ]),
  ],
  (own) => [z.intersection(z.object({ inner: own }), z.object({ inner: own.optional() })), z.object({ inner: own })],
  (own) => [z.object({ inner: own }), z.intersection(z.object({ inner: own }), z.object({ inner: own.optional() }))],
];

/** The same pairs in each run, so that what fails is what has changed; `TIDINGS_SEED` chooses others. */
export const seed = Number(process.env.TIDINGS_SEED ?? 1);

/** Pairs of schemas that a contract might change between. */
export const relatives: fc.Arbitrary<Relatives> = fc
  .tuple(arbitrarySchema, arbitrarySchema, fc.constantFrom(...kinships), fc.boolean())
  .map(([own, strange, kinship, isTurned]) => {
    const [one, other] = kinship(own.schema, strange.schema);
    return isTurned ? { one: other, other: one, wire: wires(own, strange) } : { one, other, wire: wires(own, strange) };
  });

function wires(own: Sample, strange: Sample): fc.Arbitrary<unknown> {
  const either = fc.oneof(own.wire, strange.wire);
  return fc.oneof(
    own.wire,
    strange.wire,
    fc.record({ inner: own.wire, more: strange.wire }, { noNullPrototype: true, requiredKeys: ['inner'] }),
    fc.record({ inner: own.wire, other: own.wire }, { noNullPrototype: true, requiredKeys: [] }),
    fc.record({ kind: fc.constantFrom('a', 'b'), value: either }, { noNullPrototype: true }),
    fc.array(either, { maxLength: 3 }),
  );
}
