import { askingKeywords } from './annotations.js';
import { held, pointerTo, type SchemaNode } from './schema-node.js';

/** What asks the same as the `not` of a schema, in keywords that are understood; undefined if that is not known. */
export function simplerNegation(negated: SchemaNode): SchemaNode | undefined {
  const asked = askingKeywords(negated);
  const pointer = pointerTo(negated.pointer, '~not');
  if (negated.schema === false) return { schema: true, pointer };
  if (asked.length === 0) return { schema: false, pointer };
  const [only, ...others] = asked;
  if (others.length > 0) return undefined;
  if (only === 'type') return withoutTypes([held(negated, 'type')].flat(), pointer);
  const required = held(negated, 'required');
  if (only !== 'required' || !Array.isArray(required) || required.length !== 1) return undefined;
  return { schema: { type: 'object', properties: { [String(required[0])]: false } }, pointer };
}

function withoutTypes(names: readonly unknown[], pointer: string): SchemaNode | undefined {
  if (names.includes('integer') && !names.includes('number')) return undefined;
  const others = ['string', 'number', 'boolean', 'array', 'object', 'null'].filter((name) => !names.includes(name));
  return { schema: others.length === 0 ? false : { type: others }, pointer };
}
