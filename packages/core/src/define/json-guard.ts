import * as core from 'zod/v4/core';
import { copy, rewriteChildren, withChecks } from './rewrite-children.js';
import { Rewriter } from './rewriter.js';
import { defOf, reaches, type SchemaNode } from './schema-node.js';

/**
 * Where a schema lets anything through (`z.unknown()`, `z.any()`, the rest of a loose object), lets JSON through only:
 * a Date or a bigint would arrive as something else, and a `__proto__` key would change what it is assigned to. And what may be
 * anything is there nevertheless, where it is an item: JSON has no undefined, and zod does not look at how many items there are
 * where a tuple has a rest.
 */
export function guardOpenParts(schema: SchemaNode): SchemaNode {
  return new Rewriter(isOpen, (node, into) => {
    if (isOpen(node)) return withChecks(node, [jsonOnly]);
    const def = defOf(node);
    // The data side of a codec is no JSON, and need not be.
    if (def.type === 'pipe') return copy(node, { in: into(def.in) });
    const guarded = rewriteChildren(node, into);
    if (def.type === 'array' && mayBeAnything(def.element)) return withChecks(guarded, [allThere(() => true, 0)]);
    if (def.type !== 'tuple') return guarded;
    const [open, rest] = [def.items.map(mayBeAnything), def.rest !== null && mayBeAnything(def.rest)];
    return withChecks(guarded, [allThere((at) => open[at] ?? rest, open.length)]);
  }).of(schema);
}

/** Whether a schema accepts any value at all. */
export function isOpen(node: SchemaNode): boolean {
  const { type } = defOf(node);
  return type === 'unknown' || type === 'any';
}

function mayBeAnything(item: SchemaNode): boolean {
  return defOf(item).type !== 'pipe' && reaches(item, isOpen);
}

/**
 * Refuses lists that lack an item.
 *
 * @param concerns Whether it is about the item at a place.
 * @param least How many there are at least.
 */
function allThere(concerns: (at: number) => boolean, least: number): core.$ZodCheck<never> {
  const check = new core.$ZodCheck({ check: 'custom' });
  check._zod.check = (payload: core.ParsePayload): void => {
    const value = payload.value as readonly unknown[];
    const missing = value.findIndex((item, at) => item === undefined && concerns(at));
    if (missing < 0) return;
    payload.issues.push({
      code: 'custom',
      message: `expected JSON: item ${missing} is undefined${missing < least ? `, or missing: there must be ${least} at least` : ''}`,
      input: value,
      inst: check as never,
    });
  };
  return check;
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
