import fc from 'fast-check';
import * as z from 'zod';
import { leafSamples } from './leaf-samples.js';
import type { Sample } from './sample.js';

type Arb = fc.Arbitrary<Sample>;

/** Schemas of every kind, nested, each with a value of each side. */
export const randomSample: Arb = fc.letrec<{ sample: Sample }>((tie) => {
  const inner = tie('sample');
  return {
    sample: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...leafSamples),
      object(inner),
      wrapper(inner),
      union(inner),
      discriminated(inner),
      list(inner),
      tuple(inner),
      record(inner),
      intersection(inner),
      pipe(inner),
      recursive(inner),
      template(),
    ),
  };
}).sample;

function both(sample: Sample, over: (value: unknown) => unknown): Pick<Sample, 'wire' | 'data'> {
  return { wire: over(sample.wire), data: over(sample.data) };
}

function object(inner: Arb): Arb {
  const rest = fc.constantFrom('strip', 'strict', 'loose', 'catchall');
  return fc
    .tuple(inner, inner, inner, inner, rest, fc.boolean(), fc.boolean())
    .map(([a, b, c, extra, mode, has, checked]) => {
      const shape = { a: a.schema, b: b.schema.optional(), 'c c': c.schema, constructor: z.string().optional() };
      const objects: Record<typeof mode, () => z.ZodType> = {
        strip: () => z.object(shape),
        strict: () => z.strictObject(shape),
        loose: () => z.looseObject(shape),
        catchall: () => z.object(shape).catchall(extra.schema),
      };
      const schema = objects[mode]();
      const fill = (side: 'wire' | 'data') => ({
        a: a[side],
        ...(has && { b: b[side] }),
        'c c': c[side],
        ...(mode !== 'strict' && { more: extra[side] }),
      });
      return {
        schema: checked ? schema.check(z.property('a', a.schema)) : schema,
        wire: fill('wire'),
        data: fill('data'),
        opaque: a.opaque || b.opaque || c.opaque || extra.opaque,
      };
    });
}

function wrapper(inner: Arb): Arb {
  const kinds = fc.constantFrom(
    'optional',
    'exact',
    'nullable',
    'nullish',
    'nonoptional',
    'readonly',
    'default',
    'dynamic',
    'prefault',
    'catch',
    'lazy',
    'refined',
  );
  return fc.tuple(inner, kinds, fc.boolean()).map(([one, wanted, isAbsent]) => {
    // What a definition gives is written as JSON, which has no properties that are undefined.
    const kind = wanted === 'prefault' && holdsUndefined(one.wire) ? 'nullable' : wanted;
    const { schema } = one;
    const wrapped: Record<typeof kind, () => z.ZodType> = {
      optional: () => schema.optional(),
      exact: () => schema.exactOptional(),
      nullable: () => schema.nullable(),
      nullish: () => schema.nullish(),
      nonoptional: () => schema.nonoptional(),
      readonly: () => schema.readonly(),
      default: () => schema.default(one.data as never),
      dynamic: () => schema.default(() => (Math.random() < 2 ? one.data : 0) as never),
      prefault: () => schema.prefault(one.wire as never),
      catch: () => schema.catch(one.data as never),
      lazy: () => z.lazy(() => schema),
      refined: () => schema.refine((value) => value !== 'b'),
    };
    const absent = isAbsent && ['optional', 'default', 'dynamic', 'prefault', 'nullish'].includes(kind);
    return {
      ...one,
      schema: wrapped[kind](),
      opaque: one.opaque || kind === 'refined',
      wire: absent ? undefined : one.wire,
      data: kind === 'nullable' && isAbsent ? null : one.data,
    };
  });
}

function holdsUndefined(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === undefined;
  return Object.values(value).some(holdsUndefined);
}

function union(inner: Arb): Arb {
  return fc.tuple(inner, inner, fc.boolean(), fc.boolean()).map(([a, b, exclusive, first]) => ({
    ...(first ? a : b),
    schema: exclusive ? z.xor([a.schema, b.schema]) : z.union([a.schema, b.schema]),
    opaque: a.opaque || b.opaque,
  }));
}

function discriminated(inner: Arb): Arb {
  return fc
    .tuple(inner, inner, inner, fc.boolean(), fc.constantFrom('a', 'b', 'c', 'd'))
    .map(([a, b, c, unionFallback, tag]) => {
      const nested = z.discriminatedUnion('type', [
        z.object({ type: z.literal('b'), v: b.schema }),
        z.object({ type: z.literal(['c', 'd']), v: c.schema }).readonly(),
      ]);
      const one = tag === 'a' ? a : tag === 'b' ? b : c;
      return {
        ...both(one, (v) => ({ type: tag, v })),
        schema: z.discriminatedUnion('type', [z.object({ type: z.literal('a').default('a'), v: a.schema }), nested], {
          unionFallback,
        }),
        opaque: a.opaque || b.opaque || c.opaque,
      };
    });
}

function list(inner: Arb): Arb {
  return fc.tuple(inner, fc.constantFrom('none', 'min', 'max', 'length'), fc.boolean()).map(([one, bound, two]) => {
    const array = z.array(one.schema);
    const bounded = { none: array, min: array.min(2), max: array.max(1), length: array.length(2) };
    return { ...both(one, (v) => (two ? [v, v] : [v])), schema: bounded[bound], opaque: one.opaque };
  });
}

function tuple(inner: Arb): Arb {
  return fc.tuple(inner, inner, inner, fc.boolean(), fc.nat(3)).map(([a, b, rest, hasRest, length]) => ({
    schema: hasRest ? z.tuple([a.schema, b.schema], rest.schema) : z.tuple([a.schema, b.schema]),
    wire: [a.wire, b.wire, rest.wire].slice(0, length),
    data: [a.data, b.data, rest.data].slice(0, length),
    opaque: a.opaque || b.opaque || rest.opaque,
  }));
}

function record(inner: Arb): Arb {
  const keys = fc.constantFrom<z.core.$ZodRecordKey[]>(
    z.string(),
    z.string().max(1),
    z.enum(['a', 'b']),
    z.literal([1, 'a']),
    z.int(),
    z.uuid(),
    z.union([z.literal('a'), z.literal('b')]),
    z.templateLiteral(['a', z.int().optional()]),
  );
  const kind = fc.constantFrom('whole', 'partial', 'loose');
  const present = fc.subarray(['a', 'b', '1', 'cc']);
  return fc.tuple(inner, keys, kind, present).map(([one, key, how, names]) => {
    const makes = { whole: z.record, partial: z.partialRecord, loose: z.looseRecord };
    return {
      ...both(one, (v) => Object.fromEntries(names.map((name) => [name, v]))),
      schema: makes[how](key as z.core.$ZodRecordKey, one.schema),
      opaque: one.opaque,
    };
  });
}

function intersection(inner: Arb): Arb {
  return fc.tuple(inner, inner, fc.boolean(), fc.boolean(), fc.boolean()).map(([a, b, strictA, strictB, same]) => {
    const make = (strict: boolean, shape: Record<string, z.ZodType>) =>
      strict ? z.strictObject(shape) : z.object(shape);
    const left = make(strictA, { a: a.schema, both: a.schema });
    const right = make(strictB, { b: b.schema, both: same ? a.schema : b.schema });
    return {
      schema: z.intersection(left, right),
      wire: { a: a.wire, both: a.wire, b: b.wire },
      data: { a: a.data, both: a.data, b: b.data },
      opaque: a.opaque || b.opaque,
    };
  });
}

function pipe(inner: Arb): Arb {
  return fc.tuple(inner, fc.boolean()).map(([one, strict]) => {
    const loose = z.object({ a: one.schema });
    const target = z.unknown();
    const out = strict ? z.strictObject({ a: target }) : z.looseObject({ a: target.optional() });
    return { ...both(one, (a) => ({ a, more: 1 })), schema: loose.pipe(out as never), opaque: one.opaque };
  });
}

function recursive(inner: Arb): Arb {
  return inner.map((one) => {
    const node = z.object({
      value: one.schema,
      get next() {
        return node.optional();
      },
    });
    return { ...both(one, (value) => ({ value, next: { value } })), schema: node, opaque: one.opaque };
  });
}

function template(): Arb {
  const part = fc.constantFrom(...leafSamples.filter(({ text }) => text === true));
  const wrap = fc.constantFrom('as it is', 'nullable', 'optional', 'union', 'lazy');
  return fc.tuple(part, part, wrap).map(([a, b, how]) => {
    const wraps = {
      'as it is': a.schema,
      nullable: a.schema.nullable(),
      optional: a.schema.optional(),
      union: z.union([a.schema, b.schema]),
      lazy: z.lazy(() => a.schema),
    };
    const text = `<${String(a.wire)}.${String(b.wire)}`;
    return {
      schema: z.templateLiteral(['<', wraps[how] as never, '.', b.schema as never]),
      wire: text,
      data: text,
      opaque: false,
    };
  });
}
