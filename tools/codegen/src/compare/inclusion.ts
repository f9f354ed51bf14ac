import type { ShapeModel } from '../model/contract-model.js';
import type { JsonValue } from '../model/json-value.js';
import type { SchemaForm } from '../model/schema-form.js';
import { inTurn, LazyList, mapped, take } from './lazy-list.js';

/** A form, and the shapes of the model that it is of. */
export interface Side {
  readonly form: SchemaForm;
  readonly shapes: readonly ShapeModel[];
}

/**
 * Whether a reader takes everything that a writer may write.
 *
 * - `yes`: it does, by the structure of both.
 * - `no`: it does not; `payload` is one that the writer's form takes and the reader's refuses, as the validator has tried.
 * - `unknown`: neither could be shown.
 */
export type Inclusion =
  | { readonly verdict: 'yes' }
  | { readonly verdict: 'no'; readonly path: string; readonly reason: string; readonly payload: JsonValue }
  | { readonly verdict: 'unknown'; readonly path: string; readonly reason: string };

/** What came of a part. */
export type Finding = { readonly verdict: 'yes' } | Failure;

/** Why a part's reader may not take everything. */
export interface Failure {
  readonly verdict: 'no' | 'unknown';
  readonly path: string;
  readonly reason: string;
  /** What the reader seems to refuse, or may refuse, if anything could be made. */
  readonly values: Iterable<JsonValue>;
}

export const yes: { readonly verdict: 'yes' } = { verdict: 'yes' };

/**
 * The finding for something all of whose parts have to be right. Parts beyond the first `no` are looked at only if somebody asks for
 * values, and it has none.
 */
export function allOf(findings: Iterable<Finding>): Finding {
  const parts = findings[Symbol.iterator]();
  const found: Failure[] = [];
  for (let next = nextFailure(parts); next !== undefined; next = nextFailure(parts)) {
    found.push(next);
    if (next.verdict === 'no') break;
  }
  const first = found.find(({ verdict }) => verdict === 'no') ?? found[0];
  if (first === undefined) return yes;
  return { ...first, values: new LazyList(() => take(mostValues, valuesOf(first, found, parts))) };
}

function nextFailure(parts: Iterator<Finding>): Failure | undefined {
  for (let next = parts.next(); next.done !== true; next = parts.next()) {
    if (next.value.verdict !== 'yes') return next.value;
  }
  return undefined;
}

function* valuesOf(first: Failure, found: readonly Failure[], parts: Iterator<Finding>): Generator<JsonValue> {
  let count = 0;
  for (const { values } of [first, ...found.filter((each) => each !== first)]) {
    for (const value of values) {
      count += 1;
      yield value;
    }
  }
  // Enough to be shown.
  if (count > 0) return;
  for (let next = nextFailure(parts); next !== undefined; next = nextFailure(parts)) yield* next.values;
}

/** So many are tried. */
const mostValues = 32;

/** A finding about a part, as one about what it is a part of. */
export function within(finding: Finding, step: string, around: (value: JsonValue) => Iterable<JsonValue>): Finding {
  if (finding.verdict === 'yes') return finding;
  const { values } = finding;
  return {
    ...finding,
    path: step + finding.path,
    values: new LazyList(() => take(mostValues, inTurn(mapped(values, around)))),
  };
}
