import { describe, expect, test } from 'vitest';
import { readJsonSchema } from '../../src/json-schema-reader/read-json-schema.js';

/** The form, and the shapes if there are any, on one line. */
function text(schema: unknown, draft: 'draft-07' | '2020-12' = '2020-12'): string {
  const read = readJsonSchema(schema, { draft });
  return JSON.stringify(read.shapes.length === 0 ? read.schema : read);
}

describe('types', () => {
  test('one, several, and any', () => {
    expect(text({ type: 'string' })).toMatchInlineSnapshot(`"{"kind":"string"}"`);
    expect(text({ type: 'integer' })).toMatchInlineSnapshot(`"{"kind":"number","format":"integer"}"`);
    expect(text({ type: ['string', 'null'] })).toMatchInlineSnapshot(`"{"kind":"nullable","inner":{"kind":"string"}}"`);
    expect(text({ type: ['number', 'boolean', 'integer'] })).toMatchInlineSnapshot(
      `"{"kind":"union","options":[{"kind":"number"},{"kind":"boolean"}]}"`,
    );
    expect(text({})).toMatchInlineSnapshot(`"{"kind":"unknown"}"`);
    expect(text(true)).toMatchInlineSnapshot(`"{"kind":"unknown"}"`);
    expect(text(false)).toMatchInlineSnapshot(`"{"kind":"never"}"`);
  });

  test('keywords of a type ask nothing of other types', () => {
    expect(text({ maxLength: 3 })).toMatchInlineSnapshot(
      `"{"kind":"nullable","inner":{"kind":"union","options":[{"kind":"string","checks":[{"check":"maxLength","value":3}]},{"kind":"number"},{"kind":"boolean"},{"kind":"array","element":{"kind":"unknown"}},{"kind":"object","properties":[],"rest":"loose"}]}}"`,
    );
    expect(text({ properties: { a: true } })).toMatchInlineSnapshot(`"{"kind":"unknown"}"`);
    expect(text({ type: 'object', allOf: [{ properties: { a: { type: 'null' } } }] })).toMatchInlineSnapshot(
      `"{"kind":"object","properties":[{"name":"a","schema":{"kind":"optional","inner":{"kind":"null"},"exact":false}}],"rest":"loose"}"`,
    );
  });
});

test('values', () => {
  expect(text({ enum: ['a', 'b'] })).toMatchInlineSnapshot(`"{"kind":"enum","values":["a","b"]}"`);
  expect(text({ enum: ['a', 1, null, true] })).toMatchInlineSnapshot(
    `"{"kind":"nullable","inner":{"kind":"literal","values":["a",1,true]}}"`,
  );
  expect(text({ const: 'a' })).toMatchInlineSnapshot(`"{"kind":"literal","values":["a"]}"`);
  expect(text({ const: { a: [1] } })).toMatchInlineSnapshot(
    `"{"kind":"object","properties":[{"name":"a","schema":{"kind":"tuple","items":[{"kind":"literal","values":[1]}]}}],"rest":"strict"}"`,
  );
  expect(text({ type: 'string', enum: ['a', 1, 'long'], maxLength: 2 })).toMatchInlineSnapshot(
    `"{"kind":"enum","values":["a"]}"`,
  );
  expect(text({ const: { a: 1 }, required: ['b'] })).toMatchInlineSnapshot(`"{"kind":"never"}"`);
});

test('strings', () => {
  expect(text({ type: 'string', minLength: 1, maxLength: 9 })).toMatchInlineSnapshot(
    `"{"kind":"string","checks":[{"check":"minLength","value":1},{"check":"maxLength","value":9}]}"`,
  );
  expect(text({ type: 'string', minLength: 2, maxLength: 1 })).toMatchInlineSnapshot(`"{"kind":"never"}"`);
  expect(text({ type: 'string', pattern: '^[a-z]+$' })).toMatchInlineSnapshot(
    `"{"kind":"string","checks":[{"check":"pattern","pattern":{"source":"^[a-z]+$"}}]}"`,
  );
  expect(text({ type: 'string', pattern: '^.$' })).toMatchInlineSnapshot(
    `"{"kind":"string","checks":[{"check":"pattern","pattern":{"source":"^.$","flags":"u"}}]}"`,
  );
  expect(text({ type: 'string', pattern: '\\-' })).toMatchInlineSnapshot(
    `"{"kind":"string","checks":[{"check":"pattern","pattern":{"source":"\\\\-"}}]}"`,
  );
  expect(text({ type: 'string', format: 'ipv4' })).toMatchInlineSnapshot(`"{"kind":"string","format":"ipv4"}"`);
  expect(text({ type: 'string', format: 'password' })).toMatchInlineSnapshot(`"{"kind":"string"}"`);
  expect(text({ type: 'string', format: 'colour' })).toMatchInlineSnapshot(
    `"{"kind":"string","checks":[{"check":"refine","code":"{\\"format\\":\\"colour\\"}"}]}"`,
  );
});

test('numbers', () => {
  expect(text({ type: 'number', minimum: 1, exclusiveMaximum: 2 })).toMatchInlineSnapshot(
    `"{"kind":"number","checks":[{"check":"min","value":1},{"check":"max","value":2,"exclusive":true}]}"`,
  );
  expect(text({ type: 'number', minimum: 1, exclusiveMinimum: 1 })).toMatchInlineSnapshot(
    `"{"kind":"number","checks":[{"check":"min","value":1,"exclusive":true}]}"`,
  );
  expect(text({ type: 'integer', exclusiveMinimum: 1, maximum: 2.5 })).toMatchInlineSnapshot(
    `"{"kind":"number","format":"integer","checks":[{"check":"min","value":2},{"check":"max","value":2}]}"`,
  );
  expect(text({ type: 'number', multipleOf: 0.1 })).toMatchInlineSnapshot(
    `"{"kind":"number","checks":[{"check":"multipleOf","value":0.1}]}"`,
  );
  expect(text({ type: 'number', multipleOf: 5 })).toMatchInlineSnapshot(
    `"{"kind":"number","format":"integer","checks":[{"check":"multipleOf","value":5}]}"`,
  );
  expect(text({ type: 'integer', format: 'int32' })).toMatchInlineSnapshot(`"{"kind":"number","format":"int32"}"`);
  expect(text({ type: 'number', minimum: 2, maximum: 1 })).toMatchInlineSnapshot(`"{"kind":"never"}"`);
});

test('objects', () => {
  const a = { type: 'string' };
  expect(text({ type: 'object', properties: { a, b: a }, required: ['a'] })).toMatchInlineSnapshot(
    `"{"kind":"object","properties":[{"name":"a","schema":{"kind":"string"}},{"name":"b","schema":{"kind":"optional","inner":{"kind":"string"},"exact":false}}],"rest":"loose"}"`,
  );
  expect(text({ type: 'object', properties: { a }, additionalProperties: false })).toMatchInlineSnapshot(
    `"{"kind":"object","properties":[{"name":"a","schema":{"kind":"optional","inner":{"kind":"string"},"exact":false}}],"rest":"strict"}"`,
  );
  expect(text({ type: 'object', additionalProperties: a })).toMatchInlineSnapshot(
    `"{"kind":"object","properties":[],"rest":{"kind":"string"}}"`,
  );
  expect(text({ type: 'object', required: ['c'] })).toMatchInlineSnapshot(
    `"{"kind":"object","properties":[{"name":"c","schema":{"kind":"unknown"}}],"rest":"loose"}"`,
  );
  expect(text({ type: 'object', propertyNames: { pattern: '^a' }, additionalProperties: a })).toMatchInlineSnapshot(
    `"{"kind":"record","key":{"kind":"string","checks":[{"check":"pattern","pattern":{"source":"^a"}}]},"value":{"kind":"string"},"partial":false}"`,
  );
  expect(text({ type: 'object', propertyNames: { enum: ['a', 'b'] }, required: ['a'] })).toMatchInlineSnapshot(
    `"{"kind":"object","properties":[{"name":"a","schema":{"kind":"unknown"}},{"name":"b","schema":{"kind":"optional","inner":{"kind":"unknown"},"exact":false}}],"rest":"strict"}"`,
  );
  expect(text({ type: 'object', patternProperties: { '^a': a }, additionalProperties: false })).toMatchInlineSnapshot(
    `"{"kind":"record","key":{"kind":"string","checks":[{"check":"pattern","pattern":{"source":"^a"}}]},"value":{"kind":"string"},"partial":false}"`,
  );
  expect(
    text({ type: 'object', properties: { ab: a }, patternProperties: { '^a': { maxLength: 1 } } }),
  ).toMatchInlineSnapshot(
    `"{"kind":"object","properties":[{"name":"ab","schema":{"kind":"optional","inner":{"kind":"string","checks":[{"check":"maxLength","value":1}]},"exact":false}}],"rest":"loose","checks":[{"check":"refine","code":"{\\"patternProperties\\":{\\"^a\\":{\\"maxLength\\":1}}}"}]}"`,
  );
  expect(text({ type: 'object', minProperties: 1, required: ['a'] })).toMatchInlineSnapshot(
    `"{"kind":"object","properties":[{"name":"a","schema":{"kind":"unknown"}}],"rest":"loose"}"`,
  );
  expect(text({ type: 'object', minProperties: 2 })).toMatchInlineSnapshot(
    `"{"kind":"object","properties":[],"rest":"loose","checks":[{"check":"refine","code":"{\\"minProperties\\":2}"}]}"`,
  );
  expect(text({ type: 'object', dependentRequired: { a: ['b'], c: ['d'] } })).toMatchInlineSnapshot(
    `"{"kind":"object","properties":[],"rest":"loose","checks":[{"check":"refine","code":"{\\"dependentRequired\\":{\\"a\\":[\\"b\\"]}}"},{"check":"refine","code":"{\\"dependentRequired\\":{\\"c\\":[\\"d\\"]}}"}]}"`,
  );
  expect(text({ type: 'object', properties: { a }, unevaluatedProperties: false })).toMatchInlineSnapshot(
    `"{"kind":"object","properties":[{"name":"a","schema":{"kind":"optional","inner":{"kind":"string"},"exact":false}}],"rest":"strict"}"`,
  );
  expect(text({ type: 'object', allOf: [{ properties: { a } }], unevaluatedProperties: false })).toMatchInlineSnapshot(
    `"{"kind":"object","properties":[{"name":"a","schema":{"kind":"optional","inner":{"kind":"string"},"exact":false}}],"rest":"loose","checks":[{"check":"refine","code":"{\\"allOf\\":[{\\"properties\\":{\\"a\\":{\\"type\\":\\"string\\"}}}],\\"type\\":\\"object\\",\\"unevaluatedProperties\\":false}"}]}"`,
  );
});

test('lists', () => {
  const [one, two] = [{ type: 'string' }, { type: 'number' }];
  expect(text({ type: 'array', items: one, minItems: 1, maxItems: 2 })).toMatchInlineSnapshot(
    `"{"kind":"array","element":{"kind":"string"},"checks":[{"check":"minLength","value":1},{"check":"maxLength","value":2}]}"`,
  );
  expect(text({ type: 'array', prefixItems: [one, two], items: false, minItems: 1 })).toMatchInlineSnapshot(
    `"{"kind":"tuple","items":[{"kind":"string"},{"kind":"optional","inner":{"kind":"number"},"exact":false}]}"`,
  );
  expect(
    text({ type: 'array', items: [one, two], additionalItems: false, minItems: 2 }, 'draft-07'),
  ).toMatchInlineSnapshot(`"{"kind":"tuple","items":[{"kind":"string"},{"kind":"number"}]}"`);
  expect(text({ type: 'array', prefixItems: [one], items: two, minItems: 3 })).toMatchInlineSnapshot(
    `"{"kind":"tuple","items":[{"kind":"string"}],"rest":{"kind":"number"},"checks":[{"check":"minLength","value":3}]}"`,
  );
  expect(text({ type: 'array', prefixItems: [true], minItems: 1 })).toMatchInlineSnapshot(
    `"{"kind":"tuple","items":[{"kind":"nonoptional","inner":{"kind":"unknown"}}],"rest":{"kind":"unknown"}}"`,
  );
  expect(text({ type: 'array', items: false })).toMatchInlineSnapshot(`"{"kind":"tuple","items":[]}"`);
  expect(text({ type: 'array', uniqueItems: true })).toMatchInlineSnapshot(
    `"{"kind":"array","element":{"kind":"unknown"},"checks":[{"check":"refine","code":"{\\"uniqueItems\\":true}"}]}"`,
  );
  expect(text({ type: 'array', contains: one, minContains: 1 })).toMatchInlineSnapshot(
    `"{"kind":"array","element":{"kind":"unknown"},"checks":[{"check":"refine","code":"{\\"contains\\":{\\"type\\":\\"string\\"}}"}]}"`,
  );
  expect(text({ type: 'array', additionalItems: false }, 'draft-07')).toMatchInlineSnapshot(
    `"{"kind":"array","element":{"kind":"unknown"}}"`,
  );
});

describe('combinations', () => {
  test('all of several are one', () => {
    expect(
      text({
        allOf: [
          { type: 'object', properties: { a: { type: 'string' } } },
          { properties: { a: { maxLength: 2 } }, required: ['a'] },
        ],
      }),
    ).toMatchInlineSnapshot(
      `"{"kind":"object","properties":[{"name":"a","schema":{"kind":"string","checks":[{"check":"maxLength","value":2}]}}],"rest":"loose"}"`,
    );
    expect(text({ allOf: [{ type: 'string' }, { type: 'number' }] })).toMatchInlineSnapshot(`"{"kind":"never"}"`);
  });

  test('any of several, and one of several', () => {
    expect(text({ anyOf: [{ type: 'string' }, { type: 'null' }] })).toMatchInlineSnapshot(
      `"{"kind":"nullable","inner":{"kind":"string"}}"`,
    );
    expect(text({ oneOf: [{ type: 'string' }, { type: 'number' }] })).toMatchInlineSnapshot(
      `"{"kind":"union","options":[{"kind":"string"},{"kind":"number"}]}"`,
    );
    expect(text({ oneOf: [{ type: 'integer' }, { type: 'number', minimum: 1 }] })).toMatchInlineSnapshot(
      `"{"kind":"union","options":[{"kind":"number","format":"integer"},{"kind":"number","checks":[{"check":"min","value":1}]}],"exclusive":true}"`,
    );
    expect(text({ type: 'string', anyOf: [{ minLength: 3 }, { const: 'a' }, { type: 'null' }] })).toMatchInlineSnapshot(
      `"{"kind":"union","options":[{"kind":"string","checks":[{"check":"minLength","value":3}]},{"kind":"literal","values":["a"]}]}"`,
    );
  });

  test('not, if', () => {
    expect(text({ not: {} })).toMatchInlineSnapshot(`"{"kind":"never"}"`);
    expect(text({ not: { type: ['object', 'array'] } })).toMatchInlineSnapshot(
      `"{"kind":"nullable","inner":{"kind":"union","options":[{"kind":"string"},{"kind":"number"},{"kind":"boolean"}]}}"`,
    );
    expect(text({ type: 'object', not: { required: ['a'] } })).toMatchInlineSnapshot(
      `"{"kind":"object","properties":[{"name":"a","schema":{"kind":"optional","inner":{"kind":"never"},"exact":false}}],"rest":"loose"}"`,
    );
    expect(text({ type: 'string', not: { const: 'a' } })).toMatchInlineSnapshot(
      `"{"kind":"string","checks":[{"check":"refine","code":"{\\"not\\":{\\"const\\":\\"a\\"}}"}]}"`,
    );
    expect(text({ type: 'string', if: { const: 'a' }, else: { minLength: 2 } })).toMatchInlineSnapshot(
      `"{"kind":"string","checks":[{"check":"refine","code":"{\\"else\\":{\\"minLength\\":2},\\"if\\":{\\"const\\":\\"a\\"}}"}]}"`,
    );
    expect(text({ type: 'string', if: { const: 'a' } })).toMatchInlineSnapshot(`"{"kind":"string"}"`);
  });
});

describe('references', () => {
  test('to definitions, anchors and other addresses of the document', () => {
    expect(text({ $ref: '#/$defs/a~1b', $defs: { 'a/b': { type: 'null' } } })).toMatchInlineSnapshot(
      `"{"schema":{"kind":"ref","name":"AB"},"shapes":[{"name":"AB","schema":{"kind":"null"}}]}"`,
    );
    expect(text({ $ref: '#here', $defs: { one: { $anchor: 'here', type: 'null' } } })).toMatchInlineSnapshot(
      `"{"schema":{"kind":"ref","name":"One"},"shapes":[{"name":"One","schema":{"kind":"null"}}]}"`,
    );
    expect(
      text({ $ref: '#here', definitions: { one: { $id: '#here', type: 'null' } } }, 'draft-07'),
    ).toMatchInlineSnapshot(
      `"{"schema":{"kind":"ref","name":"One"},"shapes":[{"name":"One","schema":{"kind":"null"}}]}"`,
    );
    expect(
      text({ $id: 'https://a.example/root', $ref: 'other', $defs: { one: { $id: 'other', type: 'null' } } }),
    ).toMatchInlineSnapshot(
      `"{"schema":{"kind":"ref","name":"One"},"shapes":[{"name":"One","schema":{"kind":"null"}}]}"`,
    );
  });

  test('what stands beside one counts in 2020-12', () => {
    const schema = { $ref: '#/definitions/a', maxLength: 1, title: 'A', definitions: { a: { type: 'string' } } };
    expect(text(schema)).toMatchInlineSnapshot(
      `"{"kind":"string","checks":[{"check":"maxLength","value":1}],"title":"A"}"`,
    );
    expect(text(schema, 'draft-07')).toMatchInlineSnapshot(
      `"{"schema":{"kind":"ref","name":"A"},"shapes":[{"name":"A","schema":{"kind":"string"}}]}"`,
    );
  });

  test('to itself', () => {
    expect(text({ title: 'tree', type: 'array', items: { $ref: '#' } })).toMatchInlineSnapshot(
      `"{"schema":{"kind":"ref","name":"Tree","title":"tree"},"shapes":[{"name":"Tree","schema":{"kind":"array","element":{"kind":"ref","name":"Tree"},"title":"tree"}}]}"`,
    );
    const next = { type: 'object', properties: { next: { $ref: '#/$defs/next' } } };
    expect(text({ allOf: [{ $ref: '#/$defs/next' }, { required: ['next'] }], $defs: { next } })).toMatchInlineSnapshot(
      `"{"schema":{"kind":"object","properties":[{"name":"next","schema":{"kind":"ref","name":"Next"}}],"rest":"loose"},"shapes":[{"name":"Next","schema":{"kind":"object","properties":[{"name":"next","schema":{"kind":"optional","inner":{"kind":"ref","name":"Next"},"exact":false}}],"rest":"loose"}}]}"`,
    );
  });
});

test('words', () => {
  expect(
    text({ type: 'string', title: 'A', description: 'B.', deprecated: true, examples: ['c'], default: 'd' }),
  ).toMatchInlineSnapshot(`"{"kind":"string","title":"A","description":"B.","deprecated":true,"examples":["c"]}"`);
  expect(
    text({
      description: 'Outer.',
      allOf: [{ $ref: '#/$defs/a' }],
      $defs: { a: { type: 'null', description: 'Inner.' } },
    }),
  ).toMatchInlineSnapshot(
    `"{"schema":{"kind":"ref","name":"A","description":"Outer."},"shapes":[{"name":"A","schema":{"kind":"null","description":"Inner."}}]}"`,
  );
});

test('the same keyword is the same check, whatever people are told and wherever it stands', () => {
  const one = { not: { $ref: '#/$defs/a' }, $defs: { a: { enum: ['a'], title: 'A' } } };
  const other = { $defs: { z: { description: 'Z.', enum: ['a'] } }, not: { description: 'Not.', $ref: '#/$defs/z' } };
  expect(text(one)).toBe(text(other));
  expect(text(one)).not.toBe(text({ ...one, $defs: { a: { enum: ['b'] } } }));
});
