import { bigIntString, brand, openEnum } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { SchemaForm } from '../model/schema-form.js';
import { SchemaReader } from './schema-reader.js';
import { ShapeNames } from './shape-names.js';
import type { ZodNode } from './zod-node.js';

function read(schema: ZodNode): { readonly form: SchemaForm; readonly problems: readonly string[] } {
  const reader = new SchemaReader(new ShapeNames([]));
  const form = reader.readPayload(schema, { file: 'a.ts', channel: 'a', identifier: 'a' });
  return { form, problems: reader.problems.map(({ path, message }) => `${path} ${message}`) };
}

const text = { kind: 'string' } as const;
/** What an enum of TypeScript is at run time. */
const level = { 0: 'Low', Low: 0 };

const supported: Readonly<Record<string, readonly [ZodNode, SchemaForm]>> = {
  string: [z.string(), text],
  'string with a format': [z.uuid(), { kind: 'string', format: 'uuid' }],
  number: [z.number(), { kind: 'number' }],
  int: [z.int(), { kind: 'number', format: 'safeint' }],
  boolean: [z.boolean(), { kind: 'boolean' }],
  null: [z.null(), { kind: 'null' }],
  unknown: [z.unknown(), { kind: 'unknown' }],
  any: [z.any(), { kind: 'any' }],
  never: [z.never(), { kind: 'never' }],
  date: [z.date(), { kind: 'date' }],
  bigint: [z.bigint(), { kind: 'bigint' }],
  undefined: [z.undefined(), { kind: 'undefined' }],
  void: [z.void(), { kind: 'void' }],
  nan: [z.nan(), { kind: 'nan' }],
  symbol: [z.symbol(), { kind: 'symbol' }],
  file: [z.file(), { kind: 'file' }],
  literal: [z.literal(['a', null]), { kind: 'literal', values: ['a', null] }],
  'literal without JSON': [
    z.literal([1n, undefined]),
    { kind: 'literal', values: [{ bigint: '1' }, { undefined: true }] },
  ],
  enum: [z.enum(['b', 'a']), { kind: 'enum', values: ['b', 'a'] }],
  'open enum': [openEnum(['a']), { kind: 'openEnum', values: ['a'] }],
  template: [z.templateLiteral(['a', z.string()]), { kind: 'template', parts: [{ text: 'a' }, text] }],
  object: [z.object({ a: z.string() }), { kind: 'object', properties: [{ name: 'a', schema: text }], rest: 'strip' }],
  'strict object': [z.strictObject({}), { kind: 'object', properties: [], rest: 'strict' }],
  'loose object': [z.looseObject({}), { kind: 'object', properties: [], rest: 'loose' }],
  'object with catchall': [z.object({}).catchall(z.string()), { kind: 'object', properties: [], rest: text }],
  'object with a checked rest': [
    z.object({}).catchall(z.unknown().check(z.property('length', z.literal(1)))),
    {
      kind: 'object',
      properties: [],
      rest: {
        kind: 'unknown',
        checks: [{ check: 'property', name: 'length', schema: { kind: 'literal', values: [1] } }],
      },
    },
  ],
  record: [z.record(z.string(), z.null()), { kind: 'record', key: text, value: { kind: 'null' }, partial: false }],
  'partial record': [
    z.partialRecord(z.string(), z.string()),
    { kind: 'record', key: text, value: text, partial: true },
  ],
  map: [z.map(z.string(), z.string()), { kind: 'map', key: text, value: text }],
  set: [z.set(z.string()), { kind: 'set', element: text }],
  array: [z.array(z.string()), { kind: 'array', element: text }],
  tuple: [z.tuple([z.string()]), { kind: 'tuple', items: [text] }],
  'tuple with rest': [z.tuple([z.string()], z.string()), { kind: 'tuple', items: [text], rest: text }],
  union: [z.union([z.string(), z.null()]), { kind: 'union', options: [text, { kind: 'null' }] }],
  'exclusive union': [
    z.xor([z.string(), z.null()]),
    { kind: 'union', options: [text, { kind: 'null' }], exclusive: true },
  ],
  intersection: [z.intersection(z.string(), z.string()), { kind: 'intersection', left: text, right: text }],
  optional: [z.string().optional(), { kind: 'optional', inner: text, exact: false }],
  'exact optional': [z.string().exactOptional(), { kind: 'optional', inner: text, exact: true }],
  nullable: [z.string().nullable(), { kind: 'nullable', inner: text }],
  nonoptional: [z.string().nonoptional(), { kind: 'nonoptional', inner: text }],
  readonly: [z.string().readonly(), { kind: 'readonly', inner: text }],
  catch: [z.string().catch(''), { kind: 'catch', inner: text, value: { json: '' } }],
  default: [z.string().default(''), { kind: 'default', inner: text, value: { json: '' } }],
  prefault: [z.string().prefault(''), { kind: 'prefault', inner: text, value: { json: '' } }],
  lazy: [z.lazy(() => z.string()), { kind: 'lazy', inner: text }],
  codec: [
    bigIntString,
    {
      kind: 'codec',
      via: 'bigIntString',
      wire: {
        ...text,
        checks: [
          { check: 'maxLength', value: 1001 },
          { check: 'pattern', pattern: { source: '^(?:0|-?[1-9][0-9]*)$' } },
        ],
      },
      data: { kind: 'bigint' },
    },
  ],
  pipe: [z.string().pipe(z.string()), { kind: 'codec', wire: text, data: text, via: 'same' }],
  instance: [
    z.codec(z.string(), z.instanceof(URL), { decode: (href) => new URL(href), encode: String }),
    {
      kind: 'codec',
      wire: text,
      data: { kind: 'instance', class: 'URL' },
      via: { decode: { code: 'href => new URL ( href )' }, encode: { code: 'native String' } },
    },
  ],
  json: [z.json(), { kind: 'ref', name: 'JsonValue' }],
  brand: [brand(z.string(), 'Name'), { kind: 'ref', name: 'Name' }],
  described: [
    z.string().describe('x').optional(),
    { kind: 'optional', inner: { ...text, description: 'x' }, exact: false },
  ],
};

const refused: Readonly<Record<string, readonly [ZodNode, RegExp]>> = {
  transform: [z.transform(String), /payload transforms one way only: use z\.codec/],
  'pipe into a transform': [z.object({ a: z.string().transform(Number) }), /payload\.a transforms one way only/],
  preprocess: [z.preprocess(String, z.string()), /transforms one way only/],
  success: [z.success(z.string()), /keeps only whether/],
  promise: [z.promise(z.string()), /is a promise/],
  function: [z.array(z.function() as never), /payload\[\] is a function/],
  custom: [z.object({ 'a b': z.custom(() => true) }), /payload\["a b"\] has a type that only its code knows/],
  'instance of an own class': [z.instanceof(class Own {}), /has a type that only its code knows/],
  'instance of a class that takes a known name': [z.instanceof(class URL {}), /has a type that only its code knows/],
  'TypeScript enum': [z.enum(level), /is a TypeScript enum/],
};

describe('every kind of schema', () => {
  test.each(Object.entries(supported))('%s is read', (_, [schema, form]) => {
    expect(read(schema)).toEqual({ form: expect.objectContaining(form), problems: [] });
  });

  test.each(Object.entries(refused))('%s is refused', (_, [schema, message]) => {
    expect(read(schema).problems.join()).toMatch(message);
  });

  test('a kind is read or refused wherever it stands, with its path', () => {
    const { problems } = read(z.object({ list: z.array(z.tuple([z.string(), z.record(z.string(), z.custom())])) }));
    expect(problems[0]).toMatch(/^payload\.list\[\]\[1\]\{\} /);
  });
});
