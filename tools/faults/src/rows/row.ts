import type { SideFigures } from '../ledger/figures.js';

/** How much of a row is carried out: as a test that everybody runs, or in full. */
export type Form = 'short' | 'full';

/** What came of one round of a row. */
export interface Round {
  readonly ours?: SideFigures | undefined;
  readonly control?: SideFigures | undefined;
  /** How often a secret was found in what was printed. */
  readonly secrets: { readonly ours: number; readonly control: number };
  /** What else was measured, by name. */
  readonly measures: Readonly<Record<string, number>>;
  /** Promises that did not hold, each in a sentence. */
  readonly breaches: readonly string[];
}

/** A row of the fault table. */
export interface Row {
  /** For `--only`. */
  readonly name: string;
  /** The fault, as the table calls it. */
  readonly title: string;
  /** How it is injected. */
  readonly inject: string;
  /** What is promised. */
  readonly promise: string;
  /** How often with `--long`, where that differs. */
  readonly longRounds?: number;
  play(form: Form): Promise<Round>;
  /** How a plain ioredis suffered, in all rounds taken together; undefined if it did not. Without it, nothing is expected to. */
  harm?(control: SideFigures, measures: Readonly<Record<string, number>>): string | undefined;
  /** What else is worth telling, of all rounds taken together. */
  tell?(ours: SideFigures | undefined, measures: Readonly<Record<string, number>>): string;
}
