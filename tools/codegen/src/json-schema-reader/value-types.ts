import { isSameJson } from '../model/same-json.js';
import { held, type SchemaNode } from './schema-node.js';

/** The types of JSON values, with numbers in two: so each value is of exactly one. */
export type ValueType = 'string' | 'integer' | 'fraction' | 'boolean' | 'array' | 'object' | 'null';

/** All of them. */
export const everyType: readonly ValueType[] = ['string', 'integer', 'fraction', 'boolean', 'array', 'object', 'null'];

/** The type of a value. */
export function typeOfValue(value: unknown): ValueType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return typeof value === 'string' ? 'string' : 'boolean';
    case 'number':
      return Number.isInteger(value) ? 'integer' : 'fraction';
    default:
      return 'object';
  }
}

/** The types that the keywords `type`, `const` and `enum` of a schema leave, in the order in which they name them. */
export function typesNamed(node: SchemaNode): readonly ValueType[] {
  if (typeof node.schema === 'boolean') return node.schema ? everyType : [];
  const type = held(node, 'type');
  const names = typeof type === 'string' ? [type] : Array.isArray(type) ? type.map(String) : undefined;
  const types = names === undefined ? everyType : [...new Set(names.flatMap(typesOfName))];
  const values = valuesNamed(node);
  return values === undefined ? types : commonTypes(types, values.map(typeOfValue));
}

/** The values that `const` and `enum` of a schema list, where they are there. */
export function valuesNamed(node: SchemaNode): readonly unknown[] | undefined {
  const values = held(node, 'enum');
  const only = held(node, 'const');
  if (only === undefined) return Array.isArray(values) ? values : undefined;
  return Array.isArray(values) && !values.some((value) => isSameJson(value, only)) ? [] : [only];
}

/** Those of the first that the second have, too. */
export function commonTypes(one: readonly ValueType[], other: readonly ValueType[]): readonly ValueType[] {
  return one.filter((type) => other.includes(type));
}

function typesOfName(name: string): readonly ValueType[] {
  return name === 'number' ? ['integer', 'fraction'] : [name as ValueType];
}
