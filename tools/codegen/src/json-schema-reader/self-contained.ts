import { schemaChildren } from './schema-children.js';
import type { SchemaNode } from './schema-node.js';
import { isRawSchema } from './schema-node.js';

/** What knows every schema of a document. */
interface Nodes {
  readonly nodes: Iterable<SchemaNode>;
  readonly target: (node: SchemaNode) => SchemaNode | undefined;
  readonly inForce: (node: SchemaNode) => SchemaNode;
}

/** Schemas that lead back to themselves without going into a value: nobody can tell what they take. */
export function selfContained(document: Nodes): readonly string[] {
  const done = new Set<string>();
  const open = new Set<string>();
  const found = new Set<string>();
  const visit = (given: SchemaNode): void => {
    const node = document.inForce(given);
    if (open.has(node.pointer)) found.add(node.pointer);
    if (open.has(node.pointer) || done.has(node.pointer)) return;
    open.add(node.pointer);
    const target = document.target(node);
    if (target !== undefined) visit(target);
    for (const { value, keyword, pointer } of schemaChildren(node)) {
      if (ofSameValue.has(keyword) && isRawSchema(value)) visit({ schema: value, pointer });
    }
    open.delete(node.pointer);
    done.add(node.pointer);
  };
  for (const node of document.nodes) visit(node);
  return [...found];
}

/** Keywords whose schemas see the very value that the schema around them sees. */
const ofSameValue: ReadonlySet<string> = new Set([
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependencies',
  'dependentSchemas',
]);
