import type { Answer, Answers } from './answers.js';
import type { Change } from './change.js';
import type { ChangeKind } from './change-kinds.js';

/** What a change demands of the next version number, at least; `review`: somebody has to look at it first. */
export type Severity = 'patch' | 'minor' | 'review' | 'major';

/** Which questions count. Each set holds all of the one before. */
export const ruleSets: Readonly<Record<RuleSet, readonly (keyof Answers)[]>> = {
  WIRE_BACKWARD: ['backward'],
  WIRE_FULL: ['backward', 'forward'],
  TYPES: ['backward', 'forward', 'publish', 'handle'],
};

/** The name of a set of questions. */
export type RuleSet = 'WIRE_BACKWARD' | 'WIRE_FULL' | 'TYPES';

/** How much a change weighs, by the questions that count. */
export function severityOf({ kind, answers }: Pick<Change, 'kind' | 'answers'>, rules: RuleSet = 'TYPES'): Severity {
  const given = ruleSets[rules].map((question): Answer => answers[question]);
  if (given.includes('no')) return 'major';
  if (given.includes('unknown')) return 'review';
  return forPeople.has(kind) ? 'patch' : 'minor';
}

/** The heaviest of some changes; undefined if there are none. */
export function heaviest(changes: readonly Change[], rules: RuleSet = 'TYPES'): Severity | undefined {
  const found = new Set(changes.map((change) => severityOf(change, rules)));
  return (['major', 'review', 'minor', 'patch'] as const).find((severity) => found.has(severity));
}

const forPeople: ReadonlySet<ChangeKind> = new Set(['TITLE_CHANGED', 'DESCRIPTION_CHANGED', 'EXAMPLES_CHANGED']);
