import { type Sample, sampleOf } from './sample.js';
import type { Ratio, Target } from './suite.js';
import { numberText } from './table-text.js';

/** What a ratio is of. */
export interface RatioOf {
  readonly over: Sample;
  readonly under: Sample;
  /** What both are in. */
  readonly unit: string;
  readonly target?: Target | undefined;
}

/**
 * How many times the one is the other: the median of what the rounds say, each of which measures both, so that what disturbs the machine
 * for some time disturbs no ratio.
 */
export function ratioOf(label: string, { over, under, unit, target }: RatioOf): Ratio {
  if (over.rounds !== under.rounds) throw new RangeError(`${label}: not measured in the same rounds`);
  const { median } = sampleOf(over.values.map((value, round) => value / (under.values[round] ?? Number.NaN)));
  const figures = { over: over.median, under: under.median, unit };
  return { label, value: median, figures, ...(target && { target }) };
}

/** Whether a ratio came to what it has to. */
export function isMet(value: number, target: Target): boolean {
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}

/** A target in words: `at least 20`. */
export function targetText(target: Target): string {
  return 'atLeast' in target ? `at least ${numberText(target.atLeast)}` : `at most ${numberText(target.atMost)}`;
}
