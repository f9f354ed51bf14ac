import * as core from 'zod/v4/core';
import { rewriteChildren } from './rewrite-children.js';
import { Rewriter } from './rewriter.js';
import { childrenOf, type SchemaNode } from './schema-node.js';

/**
 * The largest piece that is compiled as one, in schema nodes (a schema used twice counts twice: its code is written
 * twice). Measured on GitHub's webhooks: pieces of up to 300 decode 3 to 4 times faster than zod's plain parser at every
 * size; from 1,000 on the functions are too big for the engine to optimise, and a pull request takes twice as long.
 */
const largestPiece = 300;

/**
 * The schema with zod's compiled fast path; a large one in pieces, each compiled by itself. Where the environment allows
 * no compilation, and where zod can't compile (recursion), it stays as it is.
 */
export function compiled(schema: SchemaNode): SchemaNode {
  const size = sizes();
  if (size(schema) <= largestPiece) return core.compile(schema);
  return new Rewriter(
    () => true,
    (node, into) => (size(node) <= largestPiece ? core.compile(node) : rewriteChildren(node, into)),
  ).of(schema);
}

/** Counts the nodes of schemas, those used twice twice, and remembers. What contains itself is endless. */
function sizes(): (node: SchemaNode) => number {
  const known = new Map<SchemaNode, number>();
  const size = (node: SchemaNode): number => {
    const before = known.get(node);
    if (before !== undefined) return before;
    known.set(node, Number.POSITIVE_INFINITY);
    const own = childrenOf(node).reduce((sum, child) => sum + size(child.node), 1);
    known.set(node, own);
    return own;
  };
  return size;
}
