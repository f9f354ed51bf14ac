import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'vitest';
import * as z from 'zod';
import { Rejection } from '../channel/channel-codec.js';
import { bigIntString, bytes, defineChannel, isoDate, openEnum } from './index.js';

/** A schema, with data that fits it. `complete` is the data with every default filled in. */
interface Sample {
  readonly schema: z.ZodType;
  readonly data: unknown;
  readonly complete: unknown;
}

const leaf: fc.Arbitrary<Sample> = fc.oneof(
  fit(z.string(), fc.string()),
  fit(z.string().min(2).max(9), fc.string({ minLength: 2, maxLength: 9 })),
  fit(
    z.number(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  ),
  fit(
    z.int(),
    fc.maxSafeInteger().map((n) => n + 0),
  ),
  fit(z.boolean(), fc.boolean()),
  fit(z.null(), fc.constant(null)),
  fit(z.literal(['a', 1, true]), fc.constantFrom('a', 1, true)),
  fit(z.enum(['x', 'y']), fc.constantFrom('x', 'y')),
  fit(openEnum(['p', 'q']), fc.string({ maxLength: 200 })),
  fit(isoDate, fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') })),
  fit(
    bytes,
    fc.uint8Array({ maxLength: 40 }).map((array) => Uint8Array.from(array)),
  ),
  fit(bigIntString, fc.bigInt()),
  fit(
    z.json(),
    fc
      .jsonValue()
      .filter((value) => !JSON.stringify(value).includes('__proto__'))
      .map((value) => JSON.parse(JSON.stringify(value)) as unknown),
  ),
);

const { sample } = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    array(tie('sample')),
    object(tie('sample')),
    tuple(tie('sample')),
    record(tie('sample')),
    wrapped(tie('sample')),
    tagged(tie('sample')),
  ),
}));

function fit(schema: z.ZodType, data: fc.Arbitrary<unknown>): fc.Arbitrary<Sample> {
  return data.map((value) => ({ schema, data: value, complete: value }));
}

function array(item: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return item.map((one) => ({
    schema: z.array(one.schema),
    data: [one.data, one.data],
    complete: [one.complete, one.complete],
  }));
}

function tuple(item: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(item, item).map(([a, b]) => ({
    schema: z.tuple([a.schema, b.schema]),
    data: [a.data, b.data],
    complete: [a.complete, b.complete],
  }));
}

function record(item: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  const key = fc.string().filter((text) => text !== '__proto__');
  return fc.tuple(key, item).map(([name, one]) => ({
    schema: z.record(z.string(), one.schema),
    data: Object.fromEntries([[name, one.data]]),
    complete: Object.fromEntries([[name, one.complete]]),
  }));
}

/** An object with a required, an optional, and a defaulted property, and sometimes a check of its own. */
function object(item: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(item, item, item, fc.boolean(), fc.boolean(), fc.boolean()).map(([a, b, c, hasB, hasC, checked]) => {
    const bare = z.object({ a: a.schema, b: b.schema.optional(), c: c.schema.default(c.complete as never) });
    return {
      schema: checked ? bare.refine((value) => typeof value === 'object' && value.c !== undefined) : bare,
      data: { a: a.data, ...(hasB ? { b: b.data } : {}), ...(hasC ? { c: c.data } : {}) },
      complete: { a: a.complete, ...(hasB ? { b: b.complete } : {}), c: c.complete },
    };
  });
}

function wrapped(item: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(item, fc.constantFrom('nullable', 'null', 'readonly', 'lazy')).map(([one, wrapper]) => {
    if (wrapper === 'null') return { schema: one.schema.nullable(), data: null, complete: null };
    // zod's readonly freezes what it gives, and typed arrays can't be frozen.
    const schema =
      wrapper === 'nullable' || ArrayBuffer.isView(one.data)
        ? one.schema.nullable()
        : wrapper === 'lazy'
          ? z.lazy(() => one.schema)
          : one.schema.readonly();
    return { ...one, schema };
  });
}

function tagged(item: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.tuple(item, item).map(([a, b]) => ({
    schema: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('a'), v: a.schema }),
      z.object({ kind: z.literal('b'), v: b.schema }),
    ]),
    data: { kind: 'b', v: b.data },
    complete: { kind: 'b', v: b.complete },
  }));
}

function codecOf(schema: z.ZodType) {
  return defineChannel('some.thing', z.object({ payload: schema }))['~codec'];
}

test('what fits is encoded to JSON, comes back as it was with defaults filled in, and is what zod itself encodes', () => {
  fc.assert(
    fc.property(sample, ({ schema, data, complete }) => {
      const codec = codecOf(schema);
      const wire = codec.encode({ payload: data });
      assert.ok(!(wire instanceof Rejection), String((wire as Rejection).message));
      const travelled: unknown = JSON.parse(JSON.stringify(wire));
      assert.deepEqual(travelled, wire);
      assert.deepEqual(codec.decode(travelled, 1, 1), { payload: complete });
      assert.deepEqual(wire, { payload: z.encode(schema, complete as never) });
    }),
    { numRuns: 1_500 },
  );
});

test('of anything at all, publishing accepts what zod would encode, and refuses the rest', () => {
  fc.assert(
    fc.property(
      sample,
      fc.oneof(
        sample.map(({ complete }) => complete),
        fc.anything(),
      ),
      ({ schema }, data) => {
        const wire = codecOf(schema).encode({ payload: data });
        const own = !(wire instanceof Rejection);
        const zods = encodes(schema, data);
        // What zod refuses for a missing default is filled in here, and only then may the two differ.
        if (own !== zods)
          assert.ok(
            own && encodes(schema, z.decode(schema, (wire as { payload: never }).payload)),
            JSON.stringify(wire),
          );
      },
    ),
    { numRuns: 1_500 },
  );
});

function encodes(schema: z.ZodType, data: unknown): boolean {
  try {
    return z.safeEncode(schema, data as never).success;
  } catch {
    return false;
  }
}
