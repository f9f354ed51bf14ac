import { core } from 'zod';
import { childrenOf, type SchemaNode } from './schema-node.js';

/**
 * Schemas of more nodes than this run uncompiled: zod's compiled parser wins by 2 to 3 times on small schemas and loses
 * on large ones, where the function it makes is too big for the engine to optimise.
 */
const mostNodes = 300;

/** The schema with zod's compiled fast path where that is faster, and where the environment allows it. */
export function compiled(schema: SchemaNode): SchemaNode {
  return countNodes(schema, mostNodes + 1) > mostNodes ? schema : core.compile(schema);
}

function countNodes(root: SchemaNode, stopAt: number): number {
  const seen = new Set<SchemaNode>();
  const pending: SchemaNode[] = [root];
  for (let node = pending.pop(); node !== undefined && seen.size < stopAt; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const child of childrenOf(node)) pending.push(child.node);
  }
  return seen.size;
}
