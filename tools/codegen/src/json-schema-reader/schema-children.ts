import { keywords } from './keywords.js';
import { held, isRawSchema, pointerTo, type SchemaNode } from './schema-node.js';

/** What should be a schema inside of another one, and its place. */
export interface SchemaChild {
  readonly value: unknown;
  readonly keyword: string;
  readonly pointer: string;
}

/** Everything inside of a schema that is a schema, or should be one. */
export function schemaChildren(node: SchemaNode): readonly SchemaChild[] {
  if (typeof node.schema === 'boolean') return [];
  return Object.keys(node.schema).flatMap((keyword) => childrenAt(node, keyword));
}

function childrenAt(node: SchemaNode, keyword: string): readonly SchemaChild[] {
  const holding = keywords.get(keyword)?.holding;
  const value = held(node, keyword);
  const pointer = pointerTo(node.pointer, keyword);
  const each = (children: readonly (readonly [step: string | number, value: unknown])[]): readonly SchemaChild[] =>
    children.map(([step, inner]) => ({ value: inner, keyword, pointer: pointerTo(pointer, step) }));
  if (holding === undefined) return [];
  if (Array.isArray(value)) return holding === 'list' || holding === 'schema or list' ? each([...value.entries()]) : [];
  if (!isRawSchema(value)) return [];
  if (holding === 'schema' || holding === 'schema or list') return [{ value, keyword, pointer }];
  if (holding === 'list' || typeof value === 'boolean') return [];
  const entries = Object.entries(value);
  return each(holding === 'names' ? entries : entries.filter(([, inner]) => !Array.isArray(inner)));
}
