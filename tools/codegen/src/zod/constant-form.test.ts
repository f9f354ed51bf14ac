import { bigIntString, bytes, isoDate } from '@tidings/core/define';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { SchemaForm } from '../model/schema-form.js';
import { SchemaReader } from './schema-reader.js';
import { ShapeNames } from './shape-names.js';

function read(schema: z.ZodType): SchemaForm {
  const reader = new SchemaReader(new ShapeNames([]));
  const form = reader.readPayload(schema, { file: 'a.ts', channel: 'a', identifier: 'a' });
  expect(reader.problems).toEqual([]);
  return form;
}

let calls = 0;

test.each<[string, z.ZodType, unknown]>([
  ['JSON', z.object({ a: z.string() }).default({ a: 'b' }), { json: { a: 'b' } }],
  ['what does not pass the checks', z.string().min(1).default(''), { json: '' }],
  ['a value of a codec', bytes.default(new Uint8Array([1, 2])), { json: 'AQI=' }],
  ['values of codecs inside', z.array(bigIntString).default([1n, -2n]), { json: ['1', '-2'] }],
  ['what a function gives', isoDate.default(() => new Date(0)), { json: '1970-01-01T00:00:00.000Z' }],
  ['a moment of today', z.number().default(Date.now()), { json: expect.any(Number) }],
  ['-0, which JSON does not have', z.number().default(-0), { json: 0 }],
  ['a prefault, which is in wire form already', bigIntString.prefault('7'), { json: '7' }],
  ['what catch gives', isoDate.catch(new Date(0)), { json: '1970-01-01T00:00:00.000Z' }],
  ['a number that is another one each time', z.number().default(() => ++calls), { dynamic: true }],
  ['the time', z.number().default(() => Date.now()), { dynamic: true }],
  ['the time as a date', isoDate.default(() => new Date()), { dynamic: true }],
  ['the time inside', z.object({ at: isoDate }).default(() => ({ at: new Date() })), { dynamic: true }],
  ['what catch makes of its input', z.string().catch(({ input }) => `${input}`), { dynamic: true }],
])('%s is written as it travels, or as dynamic', (_, schema, value) => {
  expect(read(schema)).toMatchObject({ value });
});

test('examples are written as they travel, however they were given', () => {
  const schema = z
    .object({ at: isoDate })
    .meta({ examples: [{ at: new Date(0) }, { at: '2026-01-01T00:00:00+01:00' }] });
  expect(read(schema)).toMatchObject({
    examples: [{ at: '1970-01-01T00:00:00.000Z' }, { at: '2026-01-01T00:00:00+01:00' }],
  });
});
