/** A schema as it stands in a document: keywords, or one of the two that have none. */
export type RawSchema = boolean | Readonly<Record<string, unknown>>;

/** A schema and its place. */
export interface SchemaNode {
  readonly schema: RawSchema;
  /** A JSON pointer as a fragment, such as `#/properties/name`. Two nodes of one pointer are one. */
  readonly pointer: string;
}

/** A pointer one step further. */
export function pointerTo(pointer: string, ...steps: readonly (string | number)[]): string {
  return [pointer, ...steps.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}

/** What a node holds under a keyword; undefined where it is a schema without keywords. */
export function held({ schema }: SchemaNode, keyword: string): unknown {
  return typeof schema === 'object' && Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
}

/** The schema under a keyword, if there is one. */
export function child(node: SchemaNode, keyword: string): SchemaNode | undefined {
  const value = held(node, keyword);
  return isRawSchema(value) ? { schema: value, pointer: pointerTo(node.pointer, keyword) } : undefined;
}

/** The schemas of a list under a keyword. */
export function listed(node: SchemaNode, keyword: string): readonly SchemaNode[] {
  const value = held(node, keyword);
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRawSchema)
    .map((schema, index) => ({ schema, pointer: pointerTo(node.pointer, keyword, index) }));
}

type NamedNodes = ReadonlyMap<string, SchemaNode>;

/** They are asked for by name, over and over. */
const known = new WeakMap<SchemaNode, Map<string, NamedNodes>>();

/** The schemas by name under a keyword. */
export function named(node: SchemaNode, keyword: string): NamedNodes {
  const ofNode = known.get(node) ?? new Map<string, NamedNodes>();
  known.set(node, ofNode);
  const found = ofNode.get(keyword) ?? namedIn(node, keyword);
  ofNode.set(keyword, found);
  return found;
}

function namedIn(node: SchemaNode, keyword: string): NamedNodes {
  const value = held(node, keyword);
  if (!isRawSchema(value) || typeof value === 'boolean') return new Map();
  return new Map(
    Object.entries(value).flatMap(([name, schema]): [string, SchemaNode][] =>
      isRawSchema(schema) ? [[name, { schema, pointer: pointerTo(node.pointer, keyword, name) }]] : [],
    ),
  );
}

/** A number under a keyword. */
export function numberAt(node: SchemaNode, keyword: string): number | undefined {
  const value = held(node, keyword);
  return typeof value === 'number' ? value : undefined;
}

/** Whether a value can be a schema. */
export function isRawSchema(value: unknown): value is RawSchema {
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null && !Array.isArray(value));
}
