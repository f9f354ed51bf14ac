import fc from 'fast-check';
import type { Draft } from '../../src/json-schema-reader/draft.js';
import { canonicalJson } from '../../src/model/canonical-json.js';

/** A schema as it stands in a document. */
export type RawSchema = boolean | Readonly<Record<string, unknown>>;

const names = fc.constantFrom('a', 'b', 'ab', 'c');
const texts = fc.constantFrom(
  '',
  'a',
  'b',
  'ab',
  'abc',
  '1',
  '2026-01-31',
  'a@b.example',
  'é😀',
  'https://a.example/b',
);
/** None from 1e21 on, which ajv takes for multiples of nothing; a large one is a multiple of all that is asked for. */
const numbers = fc.constantFrom(0, 1, 2, 3, 4, -1, 1.5, 0.5, 3 * 2 ** 60);

/** JSON of few names and values, so that random schemas take some of it. */
export const someJson: fc.Arbitrary<unknown> = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    { weight: 3, arbitrary: fc.oneof(texts, numbers, fc.boolean(), fc.constant(null)) },
    fc.array(tie('json'), { maxLength: 3 }),
    { weight: 2, arbitrary: fc.dictionary(names, tie('json'), { maxKeys: 3, noNullPrototype: true }) },
  ),
})).json;

const types = fc.constantFrom('string', 'integer', 'number', 'boolean', 'array', 'object', 'null');
const count = fc.integer({ min: 0, max: 3 });

/** Keywords that the model can say, and in a few of them such as it can't. */
function keywordsOf(
  draft: Draft,
  inner: fc.Arbitrary<RawSchema>,
): readonly fc.Arbitrary<Readonly<Record<string, unknown>>>[] {
  const some = fc.array(inner, { minLength: 1, maxLength: 3 });
  const record = (keyword: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
    value.map((held) => ({ [keyword]: held }));
  const object = fc.record(
    {
      type: fc.constant('object'),
      properties: fc.dictionary(names, inner, { maxKeys: 3, noNullPrototype: true }),
      required: fc.uniqueArray(names, { maxLength: 2 }),
      additionalProperties: fc.oneof({ weight: 3, arbitrary: fc.boolean() }, inner),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  const [first, others] = draft === 'draft-07' ? ['items', 'additionalItems'] : ['prefixItems', 'items'];
  const list = fc.record(
    { type: fc.constant('array'), minItems: count, maxItems: count, [first]: some, [others]: inner },
    { requiredKeys: [], noNullPrototype: true },
  );
  return [
    record('type', types),
    record('type', fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
    record('enum', fc.uniqueArray(someJson, { minLength: 1, maxLength: 4, selector: canonicalJson })),
    record('const', someJson),
    fc.record({ minLength: count, maxLength: count }, { requiredKeys: [], noNullPrototype: true }),
    record('pattern', fc.constantFrom('^a', 'b$', '^.$', '^[a-c]+$', '\\d')),
    record('format', fc.constantFrom('date', 'email', 'uri', 'ipv4', 'password')),
    fc.record(
      { minimum: numbers, maximum: numbers, exclusiveMinimum: numbers, exclusiveMaximum: numbers },
      { requiredKeys: [], noNullPrototype: true },
    ),
    record('multipleOf', fc.constantFrom(1, 2, 3, 0.5)),
    object,
    object,
    object,
    list,
    record('items', inner),
    record('propertyNames', inner),
    record(
      'patternProperties',
      fc.dictionary(fc.constantFrom('^a', 'b$'), inner, { maxKeys: 1, noNullPrototype: true }),
    ),
    record('allOf', some),
    record('anyOf', some),
    record('oneOf', some),
    record('not', inner),
    fc.record(
      { minProperties: count, maxProperties: count, uniqueItems: fc.boolean() },
      { requiredKeys: [], noNullPrototype: true },
    ),
    record('contains', inner),
    fc.tuple(inner, inner, fc.boolean()).map(([test, met, isThen]) => ({ if: test, [isThen ? 'then' : 'else']: met })),
    record('default', someJson),
    record('title', fc.constantFrom('A', 'B')),
  ];
}

/** Documents of a draft, with definitions that may refer to each other. */
export function documentsOf(draft: Draft): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const definitions = draft === 'draft-07' ? 'definitions' : '$defs';
  const { schema } = fc.letrec<{ schema: RawSchema }>((tie) => {
    const keywords = keywordsOf(draft, tie('schema'));
    return {
      schema: fc.oneof(
        { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
        { weight: 2, arbitrary: types.map((type): RawSchema => ({ type })) },
        { weight: 1, arbitrary: fc.boolean() },
        {
          weight: 1,
          arbitrary: fc.constantFrom('one', 'two').map((name): RawSchema => ({ $ref: `#/${definitions}/${name}` })),
        },
        {
          weight: 6,
          arbitrary: fc
            .array(fc.oneof(...keywords), { minLength: 1, maxLength: 3 })
            .map((parts): RawSchema => Object.assign({}, ...parts)),
        },
      ),
    };
  });
  return fc.tuple(schema, schema, schema).map(([root, one, two]) => ({
    $schema:
      draft === 'draft-07' ? 'http://json-schema.org/draft-07/schema#' : 'https://json-schema.org/draft/2020-12/schema',
    ...(typeof root === 'object' ? root : { allOf: [root] }),
    [definitions]: { one, two },
  }));
}
