import type { SchemaNode } from './schema-node.js';
import { listed } from './schema-node.js';

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
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) for (const inner of listed(node, keyword)) visit(inner);
    open.delete(node.pointer);
    done.add(node.pointer);
  };
  for (const node of document.nodes) visit(node);
  return [...found];
}
