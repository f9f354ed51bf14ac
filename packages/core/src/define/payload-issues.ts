import * as core from 'zod/v4/core';
import type { Issue } from '../errors/tidings-error.js';
import { childrenOf, defOf, type SchemaNode } from './schema-node.js';

/** zod's raw issues as ours: the most telling branch of a union, and nothing that quotes the payload. */
export function issuesOf(raw: readonly core.$ZodRawIssue[], schema: SchemaNode): readonly Issue[] {
  const known = propertyNames(schema);
  return raw
    .map((issue) => core.util.finalizeIssue(issue, {}, core.config()))
    .flatMap((issue) => flatten(issue, []))
    .map(({ path, issue }) => ({ path: path.map((step) => masked(step, known)), message: messageOf(issue) }));
}

interface Placed {
  readonly path: readonly PropertyKey[];
  readonly issue: core.$ZodIssue;
}

function flatten(issue: core.$ZodIssue, base: readonly PropertyKey[]): readonly Placed[] {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ path, issue }];
  const branches = issue.errors.map((branch) => branch.flatMap((inner) => flatten(inner, path)));
  // The member that got furthest is the one that was meant.
  return branches.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best));
}

function depth(branch: readonly Placed[]): number {
  // No spread: a hostile payload has more issues than a call takes arguments.
  return branch.reduce((deepest, { path }) => Math.max(deepest, path.length), 0) - branch.length / 1000;
}

/** Keys of records are payload, not schema. */
function masked(step: PropertyKey, known: ReadonlySet<string>): string | number {
  if (typeof step === 'number') return step;
  return typeof step === 'string' && known.has(step) ? step : '*';
}

function messageOf(issue: core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `${issue.keys.length} unrecognized ${issue.keys.length === 1 ? 'property' : 'properties'} (the object is strict)`;
  }
  return issue.message.replace(/^Invalid input: /, '');
}

const names = new WeakMap<SchemaNode, ReadonlySet<string>>();

function propertyNames(root: SchemaNode): ReadonlySet<string> {
  const cached = names.get(root);
  if (cached !== undefined) return cached;
  const found = new Set<string>();
  const seen = new Set<SchemaNode>();
  const pending: SchemaNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const def = defOf(node);
    if (def.type === 'object') for (const name of Object.keys(def.shape)) found.add(name);
    for (const child of childrenOf(node)) pending.push(child.node);
  }
  names.set(root, found);
  return found;
}
