import type { Findings } from './findings.js';

/** What is left in the log of a run. */
export interface Leftovers {
  /** Events that the group has not settled. */
  readonly unsettled: number;
  readonly deadLetters: number;
}

/** The closing lines: what a run comes to, without colours. */
export function totals(findings: Findings, { unsettled, deadLetters }: Leftovers, loss: string): readonly string[] {
  const { published, handled, by, twice, again, missing, misplaced, unknown, againAfterMs } = findings;
  const surprising = unknown === 0 ? '' : `, never published ${unknown}`;
  const when = againAfterMs === undefined ? '' : `, ${seconds(againAfterMs)} after that`;
  return [
    `published ${published}, handled ${handled} (lines of A ${by.A}, of B ${by.B}), handled twice ${twice}, missing ${missing}, out of order ${misplaced}${surprising}`,
    `in the hands of A when it was ${loss}, and handled by B: ${again}${when}`,
    `left in the log: unsettled ${unsettled}, dead letters ${deadLetters}`,
  ];
}

function seconds([first, last]: readonly [first: number, last: number]): string {
  const [from, to] = [first, last].map((ms) => (ms / 1_000).toFixed(2));
  return from === to ? `${from} s` : `${from} to ${to} s`;
}
