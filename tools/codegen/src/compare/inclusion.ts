import type { ShapeModel } from '../model/contract-model.js';
import type { JsonValue } from '../model/json-value.js';
import type { SchemaForm } from '../model/schema-form.js';

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

/** What came of a part. `values`: those that the part's reader seems to refuse, or may refuse, if any could be made. */
export type Finding =
  | { readonly verdict: 'yes' }
  | {
      readonly verdict: 'no' | 'unknown';
      readonly path: string;
      readonly reason: string;
      readonly values: readonly JsonValue[];
    };

export const yes: { readonly verdict: 'yes' } = { verdict: 'yes' };

/** The finding for something all of whose parts have to be right. */
export function allOf(findings: Iterable<Finding>): Finding {
  let first: Exclude<Finding, { readonly verdict: 'yes' }> | undefined;
  const values: JsonValue[] = [];
  for (const finding of findings) {
    if (finding.verdict === 'yes') continue;
    if (first === undefined || (finding.verdict === 'no' && first.verdict === 'unknown')) first = finding;
    values.push(...finding.values.slice(0, mostValues));
    // Enough to be shown.
    if (finding.verdict === 'no' && values.length > 0) break;
  }
  return first === undefined ? yes : { ...first, values: [...first.values, ...values].slice(0, mostValues) };
}

/** So many are tried. */
const mostValues = 32;

/** A finding about a part, as one about what it is a part of. */
export function within(finding: Finding, step: string, around: (value: JsonValue) => readonly JsonValue[]): Finding {
  if (finding.verdict === 'yes') return finding;
  return { ...finding, path: step + finding.path, values: inTurn(finding.values.map(around)).slice(0, mostValues) };
}

/** The first of each, then the second of each, and so on. */
export function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = lists.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}
