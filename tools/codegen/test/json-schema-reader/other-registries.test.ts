import { describe, expect, test } from 'vitest';
import { includes } from '../../src/compare/includes.js';
import type { Draft } from '../../src/json-schema-reader/draft.js';
import { readJsonSchema } from '../../src/json-schema-reader/read-json-schema.js';

/** Whether a reader of the new schema reads what was written by the old one. */
function backward(old: object, now: object, draft: Draft = '2020-12'): string {
  const [writer, reader] = [old, now].map((document) => {
    const { schema, shapes } = readJsonSchema(document, { draft });
    return { form: schema, shapes };
  });
  if (writer === undefined || reader === undefined) throw new Error('there are two');
  return includes(writer, reader).verdict;
}

interface Change {
  readonly what: string;
  readonly isOpen: boolean;
  readonly from: object;
  readonly to: object;
  /** What Confluent's Schema Registry says by its two policies. */
  readonly strict: 'yes' | 'no';
  readonly lenient: 'yes' | 'no';
  readonly ours: 'yes' | 'no' | 'unknown';
}

function order(isOpen: boolean, note?: 'optional' | 'required' | 'required, with a default'): object {
  const isDefaulted = note === 'required, with a default';
  return {
    type: 'object',
    properties: {
      id: { type: 'string' },
      ...(note !== undefined && { note: { type: 'string', ...(isDefaulted && { default: '' }) } }),
    },
    required: note?.startsWith('required') ? ['id', 'note'] : ['id'],
    additionalProperties: isOpen,
  };
}

const changes: readonly Change[] = [
  {
    what: 'optional added',
    isOpen: false,
    from: order(false),
    to: order(false, 'optional'),
    strict: 'yes',
    lenient: 'yes',
    ours: 'yes',
  },
  {
    what: 'optional added',
    isOpen: true,
    from: order(true),
    to: order(true, 'optional'),
    strict: 'no',
    lenient: 'yes',
    ours: 'unknown',
  },
  {
    what: 'optional removed',
    isOpen: false,
    from: order(false, 'optional'),
    to: order(false),
    strict: 'no',
    lenient: 'yes',
    ours: 'no',
  },
  {
    what: 'optional removed',
    isOpen: true,
    from: order(true, 'optional'),
    to: order(true),
    strict: 'yes',
    lenient: 'yes',
    ours: 'yes',
  },
  {
    what: 'required added',
    isOpen: false,
    from: order(false),
    to: order(false, 'required'),
    strict: 'no',
    lenient: 'no',
    ours: 'no',
  },
  {
    what: 'required added',
    isOpen: true,
    from: order(true),
    to: order(true, 'required'),
    strict: 'no',
    lenient: 'no',
    ours: 'no',
  },
  {
    what: 'required with default added',
    isOpen: false,
    from: order(false),
    to: order(false, 'required, with a default'),
    strict: 'yes',
    lenient: 'yes',
    ours: 'no',
  },
  {
    what: 'required with default added',
    isOpen: true,
    from: order(true),
    to: order(true, 'required, with a default'),
    strict: 'no',
    lenient: 'yes',
    ours: 'no',
  },
  {
    what: 'required removed',
    isOpen: false,
    from: order(false, 'required'),
    to: order(false),
    strict: 'no',
    lenient: 'yes',
    ours: 'no',
  },
  {
    what: 'required removed',
    isOpen: true,
    from: order(true, 'required'),
    to: order(true),
    strict: 'yes',
    lenient: 'yes',
    ours: 'yes',
  },
];

describe("a property, as Confluent's policies see it", () => {
  test.each(changes)('$what, open: $isOpen', ({ from, to, ours }) => {
    expect(backward(from, to)).toBe(ours);
  });

  test('ours is never a yes where STRICT says no', () => {
    expect(changes.filter(({ strict, ours }) => strict === 'no' && ours === 'yes')).toEqual([]);
    // What both policies take and we don't: a default that nobody fills in.
    const refused = changes.filter(
      ({ strict, lenient, ours }) => strict === 'yes' && lenient === 'yes' && ours === 'no',
    );
    expect(refused.map(({ what }) => what)).toEqual(['required with default added']);
  });
});

const [text, count] = [{ type: 'string' }, { type: 'integer' }];
const within = (schema: object): object => ({ type: 'object', properties: { value: schema } });
const tree = (leaf: object): object => ({
  type: 'object',
  properties: { leaf, parts: { type: 'array', items: { $ref: '#' } } },
  additionalProperties: false,
});

describe('changes that other projects have cases for', () => {
  test.each([
    [
      'the order of allOf',
      within({ allOf: [text, { maxLength: 5 }] }),
      within({ allOf: [{ maxLength: 5 }, text] }),
      'yes',
    ],
    ['one of more', within({ oneOf: [text] }), within({ oneOf: [count, text] }), 'yes'],
    ['one of less', within({ oneOf: [count, text] }), within({ oneOf: [text] }), 'no'],
    ['any of what was one of', within({ oneOf: [text, count] }), within({ anyOf: [count, text] }), 'yes'],
    ['all of what was any of', within({ anyOf: [text] }), within({ allOf: [text, count] }), 'no'],
    ['a demand less', within({ allOf: [text, { enum: ['a', 'b'] }] }), within(text), 'yes'],
    ['a demand more', within(text), within({ allOf: [text, { enum: ['a', 'b'] }] }), 'no'],
    ['one value more', within({ enum: ['a'] }), within({ enum: ['b', 'a'] }), 'yes'],
    ['a position more in a closed tuple', tupleOf([text], false), tupleOf([text, count], false), 'yes'],
    ['a position more that others are like', tupleOf([text], count), tupleOf([text, count], count), 'yes'],
    ['a position more that others are not like', tupleOf([text], text), tupleOf([text, count], text), 'no'],
    [
      'a property that others are like',
      restOf({ a: text }, count),
      restOf({ a: text, b: { type: 'number' } }, count),
      'yes',
    ],
    ['a property that others are not like', restOf({ a: text }, count), restOf({ a: text, b: text }, count), 'no'],
    ['a tree of more', tree(text), tree({ type: ['string', 'null'] }), 'yes'],
    ['a tree of less', tree({ type: ['string', 'null'] }), tree(text), 'no'],
    ['one dependency less', { dependentRequired: { a: ['b'], c: ['d'] } }, { dependentRequired: { a: ['b'] } }, 'yes'],
    // Only the same `not`, the same count of properties and the same pattern are known to be read.
    ['not so much', { not: { type: 'number' } }, { not: { type: 'integer' } }, 'unknown'],
    ['more properties at most', { maxProperties: 1 }, { maxProperties: 2 }, 'unknown'],
    ['another pattern', { type: 'string', pattern: '^qq+$' }, { type: 'string', pattern: '^q+$' }, 'unknown'],
    // A property that has to be there need not be listed.
    [
      'another one is required',
      { ...within(text), required: ['value'] },
      { ...within(text), required: ['other'] },
      'no',
    ],
  ])('%s', (_, from, to, expected) => {
    expect(backward(from, to)).toBe(expected);
  });

  test('without a list of items there are no additional ones, in draft-07', () => {
    expect(backward({ additionalItems: true }, { additionalItems: false }, 'draft-07')).toBe('yes');
  });
});

function tupleOf(prefixItems: readonly object[], items: object | boolean): object {
  return { type: 'array', prefixItems, items };
}

function restOf(properties: object, additionalProperties: object): object {
  return { type: 'object', properties, additionalProperties };
}
