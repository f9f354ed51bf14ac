import * as core from 'zod/v4/core';
import { reaches, type SchemaNode } from './schema-node.js';

/**
 * Rewrites a schema tree: each node that `concerns` can reach goes through `rewrite` once, everything else stays the
 * very same schema. A node met again while it is being rewritten is recursion, and becomes a reference.
 */
export class Rewriter {
  readonly #concerns: (node: SchemaNode) => boolean;
  readonly #rewrite: (node: SchemaNode, into: (child: SchemaNode) => SchemaNode) => SchemaNode;
  readonly #done = new Map<SchemaNode, SchemaNode>();
  readonly #open = new Set<SchemaNode>();
  readonly #untouched = new Map<SchemaNode, boolean>();

  constructor(
    concerns: (node: SchemaNode) => boolean,
    rewrite: (node: SchemaNode, into: (child: SchemaNode) => SchemaNode) => SchemaNode,
  ) {
    this.#concerns = concerns;
    this.#rewrite = rewrite;
  }

  /** Whether a schema changes at all. */
  changes(node: SchemaNode): boolean {
    let untouched = this.#untouched.get(node);
    if (untouched === undefined) {
      untouched = !reaches(node, this.#concerns);
      this.#untouched.set(node, untouched);
    }
    return !untouched;
  }

  /** The rewritten schema. */
  readonly of = (node: SchemaNode): SchemaNode => {
    const known = this.#done.get(node);
    if (known !== undefined) return known;
    if (!this.changes(node)) return node;
    if (this.#open.has(node)) return new core.$ZodLazy({ type: 'lazy', getter: () => this.of(node) });
    this.#open.add(node);
    const result = this.#rewrite(node, this.of);
    this.#open.delete(node);
    this.#done.set(node, result);
    return result;
  };
}
