import { bigIntString, brand, bytes, isoDate, openEnum } from '@tidings/core/define';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { SchemaReader } from '../zod/schema-reader.js';
import { ShapeNames } from '../zod/shape-names.js';
import { fileDialect } from './dialect.js';
import type { JsonSchema } from './json-schema.js';
import { schemaOf } from './schema-of.js';
import { schemaWriting } from './schema-writing.js';

/** On one line, in the order in which it is written. */
function text(definition: z.ZodType, draft: '2020-12' | 'draft-07' = '2020-12'): string {
  return JSON.stringify(schema(definition, draft));
}

function schema(definition: z.ZodType, draft: '2020-12' | 'draft-07' = '2020-12'): JsonSchema {
  const reader = new SchemaReader(new ShapeNames([]));
  const form = reader.readPayload(definition, { file: 'a.ts', channel: 'a', identifier: 'a' });
  expect(reader.problems).toEqual([]);
  return schemaOf(form, schemaWriting({ ...fileDialect, draft }, reader));
}

const point = z.object({ x: z.number(), y: z.number().default(0) });
const tree = z.object({
  name: z.string(),
  get parts() {
    return z.array(tree);
  },
});

describe('JSON Schema of', () => {
  test('strings', () => {
    expect(text(z.string())).toMatchInlineSnapshot(`"{"type":"string"}"`);
    expect(text(z.string().min(1).max(9).max(5))).toMatchInlineSnapshot(
      `"{"type":"string","minLength":1,"maxLength":5}"`,
    );
    expect(text(z.string().length(3))).toMatchInlineSnapshot(`"{"type":"string","minLength":3,"maxLength":3}"`);
    expect(text(z.string().startsWith('a.').includes('b', { position: 2 }).endsWith('$'))).toMatchInlineSnapshot(
      `"{"type":"string","pattern":"^a\\\\.","allOf":[{"pattern":"^[\\\\s\\\\S]{2,}b"},{"pattern":"\\\\$$"}]}"`,
    );
    expect(text(z.string().regex(/^[a-z]+$/))).toMatchInlineSnapshot(`"{"type":"string","pattern":"^[a-z]+$"}"`);
  });

  test('formats', () => {
    expect(text(z.uuidv4())).toMatchInlineSnapshot(
      `"{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$"}"`,
    );
    expect(text(z.url())).toMatchInlineSnapshot(`"{"type":"string","format":"uri"}"`);
    expect(text(z.httpUrl())).toMatchInlineSnapshot(
      `"{"type":"string","format":"uri","$comment":"Its protocol matches /^https?$/. Its host matches /^(?=.{1,253}$)([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\\\.)+[a-zA-Z]{2,63}$/."}"`,
    );
    expect(schema(z.iso.datetime({ local: true }))).not.toHaveProperty('format');
    expect(schema(z.iso.datetime({ offset: true }))).toHaveProperty('format', 'date-time');
    expect(text(z.ipv6())).toMatchInlineSnapshot(`"{"type":"string","format":"ipv6"}"`);
    expect(text(z.jwt())).toMatchInlineSnapshot(`"{"type":"string","$comment":"Its format is 'jwt'."}"`);
    expect(schema(z.iban())).toHaveProperty('$comment');
  });

  test('patterns that it can not say, in words', () => {
    expect(text(z.string().regex(/^a$/i))).toMatchInlineSnapshot(`"{"type":"string","$comment":"Matches /^a$/i."}"`);
    // Fine by itself, but no Unicode pattern.
    expect(text(z.string().regex(/^]$/))).toMatchInlineSnapshot(`"{"type":"string","$comment":"Matches /^]$/."}"`);
  });

  test('numbers', () => {
    expect(text(z.number())).toMatchInlineSnapshot(`"{"type":"number"}"`);
    expect(text(z.int())).toMatchInlineSnapshot(
      `"{"type":"integer","minimum":-9007199254740991,"maximum":9007199254740991}"`,
    );
    expect(text(z.int32().min(1).lt(10))).toMatchInlineSnapshot(
      `"{"type":"integer","minimum":1,"maximum":2147483647,"exclusiveMaximum":10}"`,
    );
    expect(text(z.number().int().multipleOf(5))).toMatchInlineSnapshot(
      `"{"type":"integer","minimum":-9007199254740991,"maximum":9007199254740991,"multipleOf":5}"`,
    );
  });

  test('plain kinds', () => {
    const plain = [z.boolean(), z.null(), z.unknown(), z.any(), z.never(), z.json()];
    expect(plain.map((one) => text(one)).join(' ')).toMatchInlineSnapshot(
      `"{"type":"boolean"} {"type":"null"} {} {} {"not":{}} {"$ref":"#/$defs/JsonValue"}"`,
    );
  });

  test('values', () => {
    expect(text(z.literal('a'))).toMatchInlineSnapshot(`"{"const":"a"}"`);
    expect(text(z.literal(['a', 1, null]))).toMatchInlineSnapshot(`"{"enum":["a",1,null]}"`);
    expect(text(z.enum(['a', 'b']))).toMatchInlineSnapshot(`"{"type":"string","enum":["a","b"]}"`);
    expect(text(openEnum(['a', 'b'], { maxLength: 20 }))).toMatchInlineSnapshot(
      `"{"type":"string","examples":["a","b"],"maxLength":20}"`,
    );
    expect(text(z.templateLiteral(['id-', z.int(), '.', z.enum(['a', 'b'])]))).toMatchInlineSnapshot(
      `"{"type":"string","pattern":"^id--?\\\\d+\\\\.(a|b)$"}"`,
    );
  });

  test('objects', () => {
    expect(text(z.object({}))).toMatchInlineSnapshot(`"{"type":"object"}"`);
    expect(text(z.strictObject({ a: z.string(), b: z.string().optional() }))).toMatchInlineSnapshot(
      `"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"required":["a"],"additionalProperties":false}"`,
    );
    expect(text(z.looseObject({ a: z.string().exactOptional() }))).toMatchInlineSnapshot(
      `"{"type":"object","properties":{"a":{"type":"string"}}}"`,
    );
    expect(text(z.object({ a: z.string().nullish() }).catchall(z.boolean()))).toMatchInlineSnapshot(
      `"{"type":"object","properties":{"a":{"type":["string","null"]}},"additionalProperties":{"type":"boolean"}}"`,
    );
  });

  test('records', () => {
    expect(text(z.record(z.string(), z.boolean()))).toMatchInlineSnapshot(
      `"{"type":"object","additionalProperties":{"type":"boolean"}}"`,
    );
    expect(text(z.record(z.enum(['a', 'b']), z.boolean()))).toMatchInlineSnapshot(
      `"{"type":"object","propertyNames":{"enum":["a","b"]},"required":["a","b"],"additionalProperties":{"type":"boolean"}}"`,
    );
    expect(text(z.partialRecord(z.literal([1, 2]), z.boolean()))).toMatchInlineSnapshot(
      `"{"type":"object","propertyNames":{"enum":["1","2"]},"additionalProperties":{"type":"boolean"}}"`,
    );
    expect(text(z.record(z.int().min(1), z.boolean()))).toMatchInlineSnapshot(
      `"{"type":"object","propertyNames":{"pattern":"^-?\\\\d+$","$comment":"Read as a number, which is checked further."},"additionalProperties":{"type":"boolean"}}"`,
    );
  });

  test('lists', () => {
    expect(text(z.array(z.string()).min(1).max(3))).toMatchInlineSnapshot(
      `"{"type":"array","items":{"type":"string"},"minItems":1,"maxItems":3}"`,
    );
    expect(text(z.tuple([z.string(), z.number().default(1)]))).toMatchInlineSnapshot(
      `"{"type":"array","prefixItems":[{"type":"string"},{"type":"number","default":1}],"items":false,"minItems":1,"maxItems":2}"`,
    );
    expect(text(z.tuple([z.string()], z.boolean()))).toMatchInlineSnapshot(
      `"{"type":"array","prefixItems":[{"type":"string"}],"items":{"type":"boolean"},"minItems":1}"`,
    );
    expect(text(z.tuple([z.string()], z.boolean()), 'draft-07')).toMatchInlineSnapshot(
      `"{"type":"array","items":[{"type":"string"}],"additionalItems":{"type":"boolean"},"minItems":1}"`,
    );
  });

  test('unions', () => {
    expect(text(z.union([z.string(), point]))).toMatchInlineSnapshot(
      `"{"anyOf":[{"type":"string"},{"type":"object","properties":{"x":{"type":"number"},"y":{"type":"number","default":0}},"required":["x"]}]}"`,
    );
    expect(text(z.xor([z.string(), z.boolean()]))).toMatchInlineSnapshot(
      `"{"oneOf":[{"type":"string"},{"type":"boolean"}]}"`,
    );
    expect(
      text(z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') }), z.object({ kind: z.enum(['b', 'c']) })])),
    ).toMatchInlineSnapshot(
      `"{"oneOf":[{"type":"object","properties":{"kind":{"const":"a"}},"required":["kind"]},{"type":"object","properties":{"kind":{"type":"string","enum":["b","c"]}},"required":["kind"]}]}"`,
    );
  });

  test('intersections, of which only two strict ones refuse properties', () => {
    const [a, b] = [z.strictObject({ a: z.string() }), z.strictObject({ b: z.string() })];
    expect(text(z.intersection(a, b))).toMatchInlineSnapshot(
      `"{"allOf":[{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]},{"type":"object","properties":{"b":{"type":"string"}},"required":["b"]}],"properties":{"a":{},"b":{}},"additionalProperties":false}"`,
    );
    expect(text(z.intersection(a, z.object({ b: z.string() })))).toMatchInlineSnapshot(
      `"{"allOf":[{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]},{"type":"object","properties":{"b":{"type":"string"}},"required":["b"]}]}"`,
    );
  });

  test('wrappers', () => {
    expect(text(z.string().nullable())).toMatchInlineSnapshot(`"{"type":["string","null"]}"`);
    expect(text(z.enum(['a', 'b']).nullable())).toMatchInlineSnapshot(
      `"{"anyOf":[{"type":"string","enum":["a","b"]},{"type":"null"}]}"`,
    );
    expect(text(z.string().readonly())).toMatchInlineSnapshot(`"{"type":"string"}"`);
    expect(text(z.lazy(() => z.string()))).toMatchInlineSnapshot(`"{"type":"string"}"`);
    expect(text(z.object({ a: z.string().optional().nonoptional() }))).toMatchInlineSnapshot(
      `"{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}"`,
    );
    expect(text(z.object({ a: z.string().default('x'), b: z.string().prefault('y') }))).toMatchInlineSnapshot(
      `"{"type":"object","properties":{"a":{"type":"string","default":"x"},"b":{"type":"string","default":"y"}}}"`,
    );
    expect(text(z.object({ a: z.string().catch('x') }))).toMatchInlineSnapshot(
      `"{"type":"object","properties":{"a":{"anyOf":[{"type":"string"},{}],"$comment":"Readers replace what does not fit by \\"x\\"."}}}"`,
    );
  });

  test('codecs, by what travels', () => {
    expect(text(bytes)).toMatchInlineSnapshot(
      `"{"type":"string","contentEncoding":"base64","pattern":"^(?:[0-9a-zA-Z+/]{4})*(?:[0-9a-zA-Z+/]{2}==|[0-9a-zA-Z+/]{3}=)?$"}"`,
    );
    expect(text(bigIntString)).toMatchInlineSnapshot(
      `"{"type":"string","maxLength":1001,"pattern":"^(?:0|-?[1-9][0-9]*)$"}"`,
    );
    expect(schema(isoDate)).toHaveProperty('format', 'date-time');
    const described = z.stringbool({ truthy: ['yes'], falsy: ['no'] }).describe('Whether.');
    expect(text(described)).toContain('[yY][eE][sS]|[nN][oO]');
    expect(text(z.stringbool({ truthy: ['yes'], falsy: ['no'] }))).toMatchInlineSnapshot(
      `"{"type":"string","pattern":"^(?:[yY][eE][sS]|[nN][oO])$"}"`,
    );
    expect(text(z.string().pipe(z.string().max(3)))).toMatchInlineSnapshot(`"{"type":"string","maxLength":3}"`);
    expect(
      text(z.codec(z.string(), z.int(), { decode: (text) => Number(text), encode: (value) => String(value) })),
    ).toMatchInlineSnapshot(`"{"type":"string","$comment":"Readers decode it, and check what that gives."}"`);
  });

  test('checks of what is decoded, in words: they are none of what travels', () => {
    const letters = z.codec(z.string(), z.array(z.string()), {
      decode: (text) => [...text],
      encode: (all) => all.join(''),
    });
    expect(text(letters.check(z.minLength(2)))).toMatchInlineSnapshot(
      `"{"type":"string","$comment":"Readers decode it, and check what that gives."}"`,
    );
    expect(text(z.array(isoDate).min(2))).toContain('"minItems":2');
  });

  test('names', () => {
    const node = z.object({ name: z.string() }).meta({ id: 'Node' });
    expect(text(brand(z.string().min(1), 'UserId'))).toMatchInlineSnapshot(`"{"$ref":"#/$defs/UserId"}"`);
    expect(text(tree)).toMatchInlineSnapshot(`"{"$ref":"#/$defs/APayload"}"`);
    expect(text(z.object({ root: node.describe('The top.') }))).toMatchInlineSnapshot(
      `"{"type":"object","properties":{"root":{"description":"The top.","$ref":"#/$defs/Node"}},"required":["root"]}"`,
    );
    expect(text(z.object({ root: node.describe('The top.') }), 'draft-07')).toMatchInlineSnapshot(
      `"{"type":"object","properties":{"root":{"description":"The top.","allOf":[{"$ref":"#/$defs/Node"}]}},"required":["root"]}"`,
    );
  });

  test('words', () => {
    expect(
      text(z.string().meta({ title: 'Name', description: 'What it is called.', examples: ['Ada'], deprecated: true })),
    ).toMatchInlineSnapshot(
      `"{"title":"Name","description":"What it is called.","deprecated":true,"type":"string","examples":["Ada"]}"`,
    );
    expect(text(z.number().describe('Inner.').nullable().describe('Outer.'))).toMatchInlineSnapshot(
      `"{"description":"Outer.","type":["number","null"]}"`,
    );
  });

  test('refinements, in words', () => {
    expect(text(z.object({ a: z.number(), b: z.number() }).refine((value) => value.a < value.b))).toMatchInlineSnapshot(
      `"{"type":"object","properties":{"a":{"type":"number"},"b":{"type":"number"}},"required":["a","b"],"$comment":"Also checked by code: value => value . a < value . b."}"`,
    );
  });
});
