import { bigIntString, brand, bytes, isoDate, openEnum } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { SchemaReader } from './schema-reader.js';
import { ShapeNames } from './shape-names.js';
import { isZodNode } from './zod-node.js';

const text = z.string();
const tsEnum = { 0: 'Low', Low: 0 } as const;

/** A schema of every constructor that zod and core have, or why there is none: a new one makes this test fail. */
const constructors: Readonly<Record<string, () => unknown>> = {
  any: () => z.any(),
  array: () => z.array(text),
  base64: () => z.base64(),
  base64url: () => z.base64url(),
  bigint: () => z.bigint(),
  boolean: () => z.boolean(),
  catch: () => z.catch(text, ''),
  cidrv4: () => z.cidrv4(),
  cidrv6: () => z.cidrv6(),
  codec: () => z.codec(text, z.int(), { decode: (value) => value.length, encode: String }),
  creditCard: () => z.creditCard(),
  cuid: () => z.cuid(),
  cuid2: () => z.cuid2(),
  currencyCode: () => z.currencyCode(),
  date: () => z.date(),
  deepPartial: () => z.deepPartial(z.object({ a: text })),
  discriminatedUnion: () => z.discriminatedUnion('a', [z.object({ a: z.literal(1) })]),
  e164: () => z.e164(),
  email: () => z.email(),
  emoji: () => z.emoji(),
  enum: () => z.enum(['a']),
  exactOptional: () => z.exactOptional(text),
  file: () => z.file(),
  float32: () => z.float32(),
  float64: () => z.float64(),
  guid: () => z.guid(),
  hash: () => z.hash('sha1'),
  hex: () => z.hex(),
  hostname: () => z.hostname(),
  httpUrl: () => z.httpUrl(),
  iban: () => z.iban(),
  input: () => z.input(isoDate),
  instanceof: () => z.instanceof(Uint8Array),
  int: () => z.int(),
  int32: () => z.int32(),
  int64: () => z.int64(),
  intersection: () => z.intersection(text, text),
  invertCodec: () => z.invertCodec(isoDate),
  ipv4: () => z.ipv4(),
  ipv6: () => z.ipv6(),
  json: () => z.json(),
  jwt: () => z.jwt(),
  keyof: () => z.keyof(z.object({ a: text })),
  ksuid: () => z.ksuid(),
  lazy: () => z.lazy(() => text),
  literal: () => z.literal('a'),
  looseObject: () => z.looseObject({}),
  looseRecord: () => z.looseRecord(text, text),
  mac: () => z.mac(),
  map: () => z.map(text, text),
  nan: () => z.nan(),
  nanoid: () => z.nanoid(),
  nativeEnum: () => z.nativeEnum({ A: 'a' } as const),
  never: () => z.never(),
  nonoptional: () => z.nonoptional(text.optional()),
  null: () => z.null(),
  nullable: () => z.nullable(text),
  nullish: () => z.nullish(text),
  number: () => z.number(),
  object: () => z.object({}),
  optional: () => z.optional(text),
  output: () => z.output(isoDate),
  partialRecord: () => z.partialRecord(text, text),
  pipe: () => z.pipe(text, text),
  prefault: () => z.prefault(text, ''),
  readonly: () => z.readonly(text),
  record: () => z.record(text, text),
  set: () => z.set(text),
  strictObject: () => z.strictObject({}),
  string: () => text,
  stringFormat: () => z.stringFormat('own', () => true),
  stringbool: () => z.stringbool(),
  symbol: () => z.symbol(),
  templateLiteral: () => z.templateLiteral(['a', z.int()]),
  tuple: () => z.tuple([text]),
  uint32: () => z.uint32(),
  uint64: () => z.uint64(),
  ulid: () => z.ulid(),
  undefined: () => z.undefined(),
  union: () => z.union([text]),
  unknown: () => z.unknown(),
  url: () => z.url(),
  uuid: () => z.uuid(),
  uuidv4: () => z.uuidv4(),
  uuidv6: () => z.uuidv6(),
  uuidv7: () => z.uuidv7(),
  void: () => z.void(),
  withParser: () => z.withParser(text, (value) => value as string),
  xid: () => z.xid(),
  xor: () => z.xor([text]),
  _default: () => z._default(text, ''),
  'iso.date': () => z.iso.date(),
  'iso.datetime': () => z.iso.datetime(),
  'iso.duration': () => z.iso.duration(),
  'iso.time': () => z.iso.time(),
  'define.bigIntString': () => bigIntString,
  'define.brand': () => brand(text, 'B'),
  'define.bytes': () => bytes,
  'define.isoDate': () => isoDate,
  'define.openEnum': () => openEnum(['a']),
};

/** What is refused, and the words that say so. */
const refused: Readonly<Record<string, readonly [() => unknown, RegExp]>> = {
  custom: [() => z.custom(), /has a type that only its code knows/],
  function: [() => z.function(), /is a function/],
  _function: [() => z._function(), /is a function/],
  preprocess: [() => z.preprocess(String, text), /transforms one way only: use z\.codec/],
  promise: [() => z.promise(text), /is a promise/],
  success: [() => z.success(text), /keeps only whether/],
  transform: [() => z.transform(String), /transforms one way only: use z\.codec/],
  'coerce.string': [() => z.coerce.string(), /coerces its input one way only/],
  'coerce.number': [() => z.coerce.number(), /coerces its input one way only/],
  'coerce.boolean': [() => z.coerce.boolean(), /coerces its input one way only/],
  'coerce.bigint': [() => z.coerce.bigint(), /coerces its input one way only/],
  'coerce.date': [() => z.coerce.date(), /coerces its input one way only/],
  'a TypeScript enum': [() => z.enum(tsEnum), /is a TypeScript enum.*use z\.enum/],
  'an own class': [() => z.instanceof(class Own {}), /let the codec give a plain object/],
  trim: [() => z.string().trim(), /overwrites its value/],
  normalize: [() => z.string().normalize(), /overwrites its value/],
  slugify: [() => z.string().slugify(), /overwrites its value/],
  overwrite: [() => z.number().overwrite((n) => n + 1), /check it with a pattern instead/],
  'a check under a condition': [
    () => text.check(z.maxLength(1, { when: () => true } as never)),
    /\(max_length\).*use \.refine\(\)/,
  ],
  'an endless literal': [() => z.literal(Number.POSITIVE_INFINITY), /has a literal that is no finite number/],
  'a bound that is no number': [() => z.number().min(Number.NaN), /has a bound \(NaN\) that nothing fits/],
  'a size that is no number': [() => text.max(Number.NaN), /has a size \(NaN\) that nothing has/],
  'a multiple of nothing': [() => z.number().multipleOf(Number.POSITIVE_INFINITY), /a multiple of Infinity/],
  'a symbol as a property': [() => z.object({ [Symbol.iterator]: text } as never), /has a property that is a symbol/],
  'options that are not told apart': [
    () => z.discriminatedUnion('a', [z.object({ a: z.literal(1) }), z.object({ a: z.literal(1) })]),
    /Duplicate discriminator value.*give each option a literal of its own at 'a'/,
  ],
  'a default that does not fit': [
    () => z.object({ a: text }).default({ a: 1 } as never),
    /has a default that its own schema/,
  ],
  'a default that throws': [
    () =>
      text.default(() => {
        throw new Error('no');
      }),
    /has a default that can not be had: it throws no/,
  ],
  'an example that does not fit': [
    () => text.meta({ examples: ['a', 1] }),
    /has an example \(examples\[1\]\) that does not fit/,
  ],
  'a getter that throws': [
    () =>
      z.object({
        get a(): z.ZodString {
          throw new Error('not yet');
        },
      }),
    /can not be read: not yet/,
  ],
};

function problemsOf(schema: unknown): string {
  if (!isZodNode(schema)) throw new TypeError('no schema');
  const reader = new SchemaReader(new ShapeNames([]));
  reader.readPayload(z.object({ 'a b': z.array(schema as z.ZodType) }), {
    file: 'a.ts',
    channel: 'x.y',
    identifier: 'x',
  });
  return reader.problems.map(({ file, channel, path, message }) => `${file} ${channel} ${path} ${message}`).join('\n');
}

describe('every constructor', () => {
  test.each(Object.entries(constructors))('%s is read', (_, make) => {
    expect(problemsOf(make())).toBe('');
  });

  test.each(Object.entries(refused))('%s is refused, with its file, channel and path', (_, [make, words]) => {
    expect(problemsOf(make())).toMatch(words);
    expect(problemsOf(make())).toMatch(/^a\.ts x\.y payload\["a b"\]\[\]/);
  });

  test('of zod is there', () => {
    const listed = new Set([...Object.keys(constructors), ...Object.keys(refused)]);
    const made = Object.entries(z).filter(([name, value]) => typeof value === 'function' && isConstructor(name));
    expect(made.map(([name]) => name).filter((name) => !listed.has(name))).toEqual([]);
  });
});

/** What is exported under these names makes no schema: checks, parsing, settings, metadata. */
const others: ReadonlySet<string> = new Set(
  (
    'check clone compile config decode decodeAsync describe encode encodeAsync endsWith flattenError formatError fromJSONSchema ' +
    'getDiscriminatedOption getErrorMap globalRegistry gt gte includes length lowercase lt lte maxLength maxSize memoizer meta mime minLength minSize ' +
    'multipleOf negative nonnegative nonpositive normalize overwrite parse parseAsync positive prettifyError properties ' +
    'property refine regex registry safeDecode safeDecodeAsync safeEncode safeEncodeAsync safeParse safeParseAsync ' +
    'setErrorMap size slugify startsWith superRefine toJSONSchema toLowerCase toUpperCase toZod treeifyError trim uppercase ' +
    'validate validateAsync'
  ).split(' '),
);

function isConstructor(name: string): boolean {
  return /^_?[a-z]/.test(name) && !others.has(name);
}
