import { expect, test } from 'vitest';
import { CodegenError } from '../../src/codegen-error.js';
import { readJsonSchema } from '../../src/json-schema-reader/read-json-schema.js';

function problems(schema: unknown): string {
  try {
    readJsonSchema(schema, { file: 'a.json' });
  } catch (error) {
    if (error instanceof CodegenError && error.code === 'unreadable_schema') return `\n${error.message}\n`;
    throw error;
  }
  throw new Error('nothing is wrong with it');
}

test('all that is wrong is said at once', () => {
  expect(
    problems({
      type: 'text',
      required: 'a',
      properties: { a: 1, b: { minLength: -1, pattern: '(' }, c: { $ref: '#/$defs/none' } },
      patternProperties: { '[': true },
      items: [{ exclusiveMinimum: true }],
      anyOf: [{ $ref: 'https://a.example/schema' }],
      multipleOf: 0,
    }),
  ).toMatchInlineSnapshot(`
    "
    a.json, #: 'type': expected one of null, boolean, integer, number, string, array, object, or a list of them, found "text"
    a.json, #: 'required': expected a list of names, found "a"
    a.json, #: 'patternProperties': expected an object of schemas, by regular expressions, found an object
    a.json, #: 'items': a list is how draft-07 says it: write 'prefixItems', or say draft-07 in '$schema'
    a.json, #: 'multipleOf': expected a number above 0, found 0
    a.json, #/properties/a: expected a schema, which is an object, true or false; found 1
    a.json, #/properties/b: 'minLength': expected a whole number that is not negative, found -1
    a.json, #/properties/b: 'pattern': expected a regular expression of ECMAScript, found "("
    a.json, #/items/0: 'exclusiveMinimum': expected a number, found true, which is draft-04: write the number here
    a.json, #/anyOf/0: '$ref': expected a reference into this document, found "https://a.example/schema": put what it names into '$defs'
    a.json, #/properties/c: '$ref': there is no schema at "#/$defs/none": mend the pointer, or add it
    "
  `);
});

test('what is no schema', () => {
  expect(problems(undefined)).toMatchInlineSnapshot(`
    "
    a.json, #: is no JSON value: read it with JSON.parse first
    "
  `);
  expect(problems([])).toMatchInlineSnapshot(`
    "
    a.json, #: expected a schema, which is an object, true or false; found a list
    "
  `);
  expect(problems({ const: Number.NaN })).toMatchInlineSnapshot(`
    "
    a.json, #: is no JSON value: read it with JSON.parse first
    "
  `);
});

test('drafts that are not read', () => {
  expect(problems({ $schema: 'http://json-schema.org/draft-04/schema#' })).toMatchInlineSnapshot(`
    "
    a.json, #: '$schema': expected http://json-schema.org/draft-07/schema# or https://json-schema.org/draft/2020-12/schema, found "http://json-schema.org/draft-04/schema#": convert it to one of these first
    "
  `);
  expect(
    problems({
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: { a: { $schema: 'https://json-schema.org/draft/2020-12/schema' } },
    }),
  ).toMatchInlineSnapshot(`
    "
    a.json, #/properties/a: '$schema': expected that of the whole document, http://json-schema.org/draft-07/schema#
    "
  `);
});

test('schemas that are defined by themselves alone', () => {
  expect(problems({ $defs: { a: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/a' }] } } })).toMatchInlineSnapshot(`
    "
    a.json, #/$defs/a: is defined by itself alone: refer to it from a property or an item of it, or not at all
    "
  `);
  expect(problems({ not: { $ref: '#' } })).toMatchInlineSnapshot(`
    "
    a.json, #: is defined by itself alone: refer to it from a property or an item of it, or not at all
    "
  `);
});
