import * as core from 'zod/v4/core';
import { copy, rewriteChildren, withChecks } from './rewrite-children.js';
import { Rewriter } from './rewriter.js';
import { defOf, type SchemaNode } from './schema-node.js';

/**
 * Where a schema lets anything through (`z.unknown()`, `z.any()`, the rest of a loose object), lets JSON through only:
 * a Date or a bigint would arrive as something else, and a `__proto__` key would change what it is assigned to.
 */
export function guardOpenParts(schema: SchemaNode): SchemaNode {
  return new Rewriter(isOpen, (node, into) => {
    if (isOpen(node)) return withChecks(node, [jsonOnly]);
    const def = defOf(node);
    // The data side of a codec is no JSON, and need not be.
    return def.type === 'pipe' ? copy(node, { in: into(def.in) }) : rewriteChildren(node, into);
  }).of(schema);
}

/** Whether a schema accepts any value at all. */
export function isOpen(node: SchemaNode): boolean {
  const { type } = defOf(node);
  return type === 'unknown' || type === 'any';
}

const jsonOnly = new core.$ZodCheck({ check: 'custom' });
jsonOnly._zod.check = (payload: core.ParsePayload): void => {
  const problem = jsonProblem(payload.value);
  if (problem === undefined) return;
  payload.issues.push({ code: 'custom', message: problem, input: payload.value, inst: jsonOnly as never });
};

/** Why a value is not JSON, or undefined if it is. Depth is limited before this runs. */
function jsonProblem(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : 'expected JSON: NaN and Infinity have no JSON form';
    case 'object':
      return value === null ? undefined : objectProblem(value);
    default:
      return `expected JSON: a ${typeof value} has no JSON form`;
  }
}

function objectProblem(value: object): string | undefined {
  if (Array.isArray(value)) {
    for (const item of value) {
      const problem = item === undefined ? 'expected JSON: an array may not hold undefined' : jsonProblem(item);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    return 'expected JSON: a class instance does not come back as one';
  }
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') return 'expected JSON without a "__proto__" key';
    const problem = jsonProblem(item);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
