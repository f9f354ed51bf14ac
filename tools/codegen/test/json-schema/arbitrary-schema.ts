import { bigIntString, brand, bytes, isoDate, openEnum } from '@tidings/core/define';
import fc from 'fast-check';
import * as z from 'zod';

/** A schema, and JSON that it takes. */
export interface Sample {
  readonly schema: z.ZodType;
  readonly wire: fc.Arbitrary<unknown>;
}

const text = fc.string({ unit: 'binary', maxLength: 12 });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const instant = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') });

const leaf: fc.Arbitrary<Sample> = fc.constantFrom<Sample>(
  { schema: z.string(), wire: text },
  { schema: z.string().min(2).max(9), wire: text },
  { schema: z.string().length(3), wire: fc.string({ unit: 'binary', minLength: 2, maxLength: 3 }) },
  { schema: z.string().regex(/^[a-z]+(?:-[0-9]+)?$/), wire: fc.constantFrom('a', 'ab-1', 'A', '-1') },
  { schema: z.string().startsWith('a.').endsWith('$').includes('('), wire: fc.constantFrom('a.($', 'ab($', 'a.$') },
  { schema: z.email(), wire: fc.constantFrom('a@b.example', 'no', 'a@b', 'a.b+c@d-e.example') },
  { schema: z.uuid(), wire: fc.uuid() },
  { schema: z.uuidv4(), wire: fc.uuid() },
  { schema: z.ipv4(), wire: fc.ipV4() },
  { schema: z.iso.date(), wire: fc.constantFrom('2026-02-28', '2026-02-29', '2026-1-1', '2024-02-29') },
  { schema: z.iso.datetime(), wire: instant.map((date) => date.toISOString()) },
  { schema: z.iso.datetime({ precision: 0 }), wire: instant.map((date) => date.toISOString()) },
  { schema: z.iso.datetime({ local: true }), wire: fc.constantFrom('2026-01-01T00:00:00', '2026-01-01T00:00:00Z') },
  { schema: z.iso.time(), wire: fc.constantFrom('10:00', '10:00:00', '10:00:00.5', '25:00:00') },
  { schema: z.iso.duration(), wire: fc.constantFrom('P1D', 'PT1H', 'P', 'P1W', 'P1DT1,5S') },
  { schema: z.ulid(), wire: fc.ulid() },
  { schema: z.string().lowercase(), wire: fc.constantFrom('ab', 'aB', '\u00c4') },
  { schema: z.stringbool(), wire: fc.constantFrom('true', 'TRUE', 'Off', 'n', 'maybe') },
  { schema: z.string().pipe(z.email()), wire: fc.constantFrom('a@b.example', 'no') },
  { schema: z.hex(), wire: fc.constantFrom('0aF', 'xyz') },
  { schema: z.number(), wire: number },
  { schema: z.number().min(-1).max(1), wire: number },
  { schema: z.number().gt(0).lt(10), wire: fc.constantFrom(0, 1, 9.5, 10, -1) },
  { schema: z.int32().multipleOf(5), wire: fc.integer() },
  { schema: z.int(), wire: fc.maxSafeInteger() },
  { schema: z.int32().min(3), wire: fc.integer() },
  { schema: z.uint32(), wire: fc.integer() },
  { schema: z.float32(), wire: number },
  { schema: z.boolean(), wire: fc.boolean() },
  { schema: z.null(), wire: fc.constant(null) },
  { schema: z.unknown(), wire: fc.jsonValue() },
  { schema: z.json(), wire: fc.jsonValue() },
  { schema: z.literal(['a', 1, true, null]), wire: fc.constantFrom('a', 1, true, null, 'b', 2, false) },
  { schema: z.enum(['x', 'y']), wire: fc.constantFrom('x', 'y', 'z') },
  { schema: openEnum(['p', 'q'], { maxLength: 4 }), wire: text },
  {
    schema: z.templateLiteral(['id-', z.number(), '.', z.enum(['a', 'b+'])]),
    wire: fc.constantFrom('id-1.a', 'id--1.5.b+', 'id-x.a', 'id-1.c', 'id-1.a\n', 'xid-1.a'),
  },
  { schema: isoDate, wire: instant.map((date) => date.toISOString()) },
  { schema: bytes, wire: fc.base64String({ maxLength: 12 }) },
  { schema: bigIntString, wire: fc.bigInt().map(String) },
);

/** Schemas of every kind that has a wire side, within each other. */
export const arbitrarySchema: fc.Arbitrary<Sample> = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    object(tie('sample')),
    list(tie('sample')),
    tuple(tie('sample')),
    record(tie('sample')),
    union(tie('sample')),
    intersection(tie('sample')),
    wrapped(tie('sample')),
  ),
})).sample;

function object(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  const rest = fc.constantFrom('strip', 'strict', 'loose', 'catchall');
  return fc.tuple(inner, inner, inner, rest).map(([a, b, c, kind]) => {
    const shape = { a: a.schema, 'b/c~d': b.schema.optional(), constructor: c.schema };
    const schema =
      kind === 'strict'
        ? z.strictObject(shape)
        : kind === 'loose'
          ? z.looseObject(shape)
          : kind === 'catchall'
            ? z.object(shape).catchall(z.boolean())
            : z.object(shape);
    const wire = fc.record(
      { a: a.wire, 'b/c~d': b.wire, constructor: c.wire, extra: fc.oneof(fc.boolean(), fc.integer()) },
      { noNullPrototype: true, requiredKeys: ['a'] },
    );
    return { schema, wire };
  });
}

function list(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(inner, fc.boolean()).map(([{ schema, wire }, isBounded]) => ({
    schema: isBounded ? z.array(schema).min(1).max(2) : z.array(schema),
    wire: fc.array(wire, { maxLength: 3 }),
  }));
}

function tuple(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(inner, inner, fc.boolean()).map(([a, b, hasRest]) => ({
    schema: hasRest ? z.tuple([a.schema], b.schema) : z.tuple([a.schema, b.schema]),
    wire: fc.oneof(fc.tuple(a.wire, b.wire), fc.tuple(a.wire), fc.tuple(a.wire, b.wire, b.wire)),
  }));
}

function record(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  const keys: readonly (readonly [z.core.$ZodRecordKey, fc.Arbitrary<string>])[] = [
    [z.string(), text.filter((key) => key !== '__proto__')],
    [z.string().regex(/^[a-c]+$/), fc.constantFrom('a', 'abc', 'd')],
    [z.uuid(), fc.uuid()],
    [z.number(), fc.constantFrom('1', '-1.5', 'x', '1e3')],
    [z.enum(['a', 'b']), fc.constantFrom('a', 'b', 'c')],
    [z.literal([1, 2]), fc.constantFrom('1', '2', '3')],
    [brand(z.union([z.literal('a'), z.enum(['b', 'c'])]), 'Key'), fc.constantFrom('a', 'b', 'c')],
    [z.templateLiteral(['k-', z.int()]), fc.constantFrom('k-1', 'k-x')],
  ];
  return fc.tuple(inner, fc.constantFrom(...keys), fc.boolean()).map(([{ schema, wire }, [key, name], isPartial]) => ({
    schema: isPartial ? z.partialRecord(key, schema) : z.record(key, schema),
    wire: fc.dictionary(name, wire, { maxKeys: 3, noNullPrototype: true }),
  }));
}

function union(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(inner, inner, fc.constantFrom('any', 'tagged', 'exactly one')).map(([a, b, kind]) => {
    if (kind === 'any') return { schema: z.union([a.schema, b.schema]), wire: fc.oneof(a.wire, b.wire) };
    if (kind === 'exactly one') return { schema: z.xor([a.schema, b.schema]), wire: fc.oneof(a.wire, b.wire) };
    return {
      schema: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('a'), value: a.schema }),
        z.object({ kind: z.enum(['b', 'c']), value: b.schema }),
      ]),
      wire: fc.record(
        { kind: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.oneof(a.wire, b.wire) },
        { noNullPrototype: true },
      ),
    };
  });
}

function intersection(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(inner, inner, fc.boolean(), fc.boolean()).map(([a, b, leftStrict, rightStrict]) => ({
    schema: z.intersection(
      leftStrict ? z.strictObject({ a: a.schema }) : z.object({ a: a.schema }),
      rightStrict ? z.strictObject({ b: b.schema }).readonly() : z.object({ b: b.schema }),
    ),
    wire: fc.record({ a: a.wire, b: b.wire, extra: fc.boolean() }, { noNullPrototype: true, requiredKeys: ['a', 'b'] }),
  }));
}

function wrapped(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  const wrappers: readonly ((schema: z.ZodType) => z.ZodType)[] = [
    (schema) => schema.nullable(),
    (schema) => schema.describe('Described.'),
    (schema) => brand(z.object({ inner: schema }), 'Branded'),
    (schema) => z.lazy(() => schema),
    (schema) => z.object({ inner: schema.nullable().default(null) }),
    (schema) => z.object({ inner: schema.nullable().catch(null) }),
    (schema) => z.object({ inner: schema.nullish().nonoptional() }),
    (schema) => z.object({ inner: z.union([schema.optional(), z.boolean()]) }),
  ];
  return fc.tuple(inner, fc.constantFrom(...wrappers)).map(([{ schema, wire }, wrap]) => ({
    schema: wrap(schema),
    wire: fc.oneof(wire, fc.record({ inner: wire }, { noNullPrototype: true }), fc.constant({})),
  }));
}
