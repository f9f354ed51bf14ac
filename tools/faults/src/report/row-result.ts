import type { SideFigures } from '../ledger/figures.js';
import type { Round, Row } from '../rows/row.js';
import { combine, largestOf } from './combine.js';

/** What came of a row, over all its rounds. */
export interface RowResult {
  readonly name: string;
  readonly title: string;
  readonly inject: string;
  readonly promise: string;
  readonly rounds: number;
  readonly seconds: number;
  /** Whether every promise held, and the control suffered where it must. */
  readonly held: boolean;
  /** Promises that did not hold, by round. */
  readonly breaches: readonly string[];
  readonly ours: SideFigures | undefined;
  readonly control: SideFigures | undefined;
  readonly secrets: Round['secrets'];
  /** How the control suffered; undefined if it did not, null if nothing is expected to harm it. */
  readonly harm: string | undefined | null;
  /** What else is worth telling. */
  readonly besides: string;
  readonly measures: Readonly<Record<string, number>>;
}

/** Takes the rounds of a row together. */
export function resultOf(row: Row, rounds: readonly Round[], seconds: number): RowResult {
  const ours = combine(rounds.flatMap((round) => round.ours ?? []));
  const control = combine(rounds.flatMap((round) => round.control ?? []));
  const measures = largestOf(rounds.map((round) => round.measures));
  const harm = row.harm === undefined || control === undefined ? null : row.harm(control, measures);
  const breaches = rounds.flatMap((round, index) =>
    round.breaches.map((breach) => (rounds.length === 1 ? breach : `round ${index + 1}: ${breach}`)),
  );
  if (harm === undefined) breaches.push('the control was not harmed, so the fault was not injected');
  const { name, title, inject, promise } = row;
  return {
    name,
    title,
    inject,
    promise,
    rounds: rounds.length,
    seconds,
    held: breaches.length === 0,
    breaches,
    ours,
    control,
    secrets: {
      ours: rounds.reduce((total, { secrets }) => total + secrets.ours, 0),
      control: rounds.reduce((total, { secrets }) => total + secrets.control, 0),
    },
    harm,
    besides: row.tell?.(ours, measures) ?? '',
    measures,
  };
}
