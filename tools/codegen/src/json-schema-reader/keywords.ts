import { regExpOfPattern } from './pattern.js';
import { isRawSchema } from './schema-node.js';

/** Where the schemas are in what a keyword holds: it is one, or has them in a list or by name. */
export type Holding = 'schema' | 'list' | 'names' | 'schema or list' | 'names, some of them lists of names';

/** What a keyword has to hold. */
export interface Keyword {
  /** For messages: "expected …". */
  readonly expected: string;
  readonly test: (value: unknown) => boolean;
  readonly holding?: Holding;
  /** Whether it is for people and tools, and asks nothing of values. */
  readonly isAnnotation?: true;
}

const typeNames = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];

const isText = (value: unknown): boolean => typeof value === 'string';
const isList = (value: unknown): boolean => Array.isArray(value);
const isRecord = (value: unknown): value is object => isRawSchema(value) && typeof value === 'object';
const isType = (value: unknown): boolean => typeof value === 'string' && typeNames.includes(value);
const isNames = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isPattern = (value: unknown): boolean => typeof value === 'string' && regExpOfPattern(value) !== undefined;

const text: Keyword = { expected: 'a string', test: isText };
const flag: Keyword = { expected: 'true or false', test: (value) => typeof value === 'boolean' };
const finite: Keyword = { expected: 'a number', test: Number.isFinite };
const count: Keyword = {
  expected: 'a whole number that is not negative',
  test: (value) => Number.isInteger(value) && Number(value) >= 0,
};
const schema: Keyword = { expected: 'a schema', test: isRawSchema, holding: 'schema' };
const schemas: Keyword = { expected: 'a list of schemas', test: isList, holding: 'list' };
const named: Keyword = { expected: 'an object of schemas', test: isRecord, holding: 'names' };
const note = (keyword: Keyword): Keyword => ({ ...keyword, isAnnotation: true });
const anything = note({ expected: 'any value', test: () => true });

/** Every keyword that is read, in both drafts unless the reader says otherwise. What is not here is ignored. */
export const keywords: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['$schema', note(text)],
  ['$id', note(text)],
  ['$anchor', note(text)],
  ['$comment', note(text)],
  ['$ref', text],
  ['$dynamicRef', text],
  ['$defs', note(named)],
  ['definitions', note(named)],
  ['title', note(text)],
  ['description', note(text)],
  ['deprecated', note(flag)],
  ['examples', note({ expected: 'a list', test: isList })],
  ['default', anything],
  ['type', { expected: `one of ${typeNames.join(', ')}, or a list of them`, test: isTypes }],
  ['enum', { expected: 'a list', test: isList }],
  ['const', { expected: 'any value', test: () => true }],
  ['properties', named],
  ['required', { expected: 'a list of names', test: isNames }],
  ['additionalProperties', schema],
  [
    'patternProperties',
    {
      expected: 'an object of schemas, by regular expressions',
      test: (value) => isRecord(value) && Object.keys(value).every(isPattern),
      holding: 'names',
    },
  ],
  ['propertyNames', schema],
  ['minProperties', count],
  ['maxProperties', count],
  [
    'dependencies',
    {
      expected: 'an object of schemas and lists of names',
      test: (value) => isRecord(value) && Object.values(value).every((one) => isRawSchema(one) || isNames(one)),
      holding: 'names, some of them lists of names',
    },
  ],
  [
    'dependentRequired',
    {
      expected: 'an object of lists of names',
      test: (value) => isRecord(value) && Object.values(value).every(isNames),
    },
  ],
  ['dependentSchemas', named],
  ['unevaluatedProperties', schema],
  ['items', { expected: 'a schema', test: (value) => isRawSchema(value) || isList(value), holding: 'schema or list' }],
  ['additionalItems', schema],
  ['prefixItems', schemas],
  ['unevaluatedItems', schema],
  ['minItems', count],
  ['maxItems', count],
  ['uniqueItems', flag],
  ['contains', schema],
  ['minContains', count],
  ['maxContains', count],
  ['minLength', count],
  ['maxLength', count],
  ['pattern', { expected: 'a regular expression of ECMAScript', test: isPattern }],
  ['format', text],
  ['minimum', finite],
  ['maximum', finite],
  ['exclusiveMinimum', finite],
  ['exclusiveMaximum', finite],
  ['multipleOf', { expected: 'a number above 0', test: (value) => Number.isFinite(value) && Number(value) > 0 }],
  ['allOf', schemas],
  ['anyOf', schemas],
  ['oneOf', schemas],
  ['not', schema],
  ['if', schema],
  ['then', schema],
  ['else', schema],
]);

function isTypes(value: unknown): boolean {
  return isType(value) || (Array.isArray(value) && value.length > 0 && value.every(isType));
}
