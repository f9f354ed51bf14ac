import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { readJsonSchema } from '../../src/json-schema-reader/read-json-schema.js';
import { validate } from '../../src/validate/validate.js';

const texts: readonly string[] = [
  '',
  'a',
  '/a',
  '2026-02-28',
  '2026-02-29',
  '2024-02-29',
  '1900-02-29',
  '2000-02-29',
  '2026-04-31',
  '10:00:00Z',
  '10:00:00',
  '10:00:00.5+02:00',
  '24:00:00Z',
  '23:59:60Z',
  '2026-01-31T10:00:00Z',
  '2026-01-31t10:00:00z',
  '2026-01-31 10:00:00+0200',
  '2026-01-31T10:00:00',
  '2026-02-30T10:00:00Z',
  '2026-01-31T10:00:00.123456-08:00',
  'P1D',
  'PT1H30M',
  'P1W',
  'P',
  'PT',
  'P1Y2M3DT4H5M6S',
  'P1W1D',
  'a@b.example',
  'a.b+c@d-e.example',
  'a@b',
  'a..b@c.example',
  'a@-b.example',
  'a.example',
  'A.Example.',
  '-a.example',
  'localhost',
  '192.0.2.1',
  '192.0.2.256',
  '2001:db8::1',
  '::',
  '::ffff:192.0.2.1',
  '2001:db8::1::',
  '123e4567-e89b-12d3-a456-426614174000',
  'urn:uuid:123E4567-e89b-12d3-a456-426614174000',
  '123e4567e89b12d3a456426614174000',
  'https://a.example',
  'https://a.example:80/b/c?d=e#f',
  'https://u:p@[2001:db8::1]/b',
  'https://a.example/{b}',
  'https://a.example/b c',
  'https://a.example/%2',
  'mailto:a@b.example',
  'urn:a:b',
  '//a.example/b',
  '../a/b?c#d',
  '#a',
  'https://api.example/repos/{owner}/{repo}{?page,size}',
  'https://api.example/{+path}/{a:3}/{list*}',
  '{a',
  '/a~0b/c~1d',
  '/a~2',
  '0',
  '1/a/b',
  '2#',
  '01',
  'é',
];

test.each([
  'date',
  'time',
  'date-time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uuid',
  'uri',
  'uri-reference',
  'uri-template',
  'json-pointer',
  'relative-json-pointer',
])('%s takes what ajv-formats takes', (format) => {
  const ajv = new Ajv();
  formats.default(ajv);
  const isValid = ajv.compile({ type: 'string', format });
  const { schema } = readJsonSchema({ type: 'string', format });
  const taken = texts.filter((text) => validate(schema, text, 'wire') === 'fits');
  expect(taken).toEqual(texts.filter((text) => isValid(text)));
  expect(taken.length).toBeGreaterThan(0);
});
