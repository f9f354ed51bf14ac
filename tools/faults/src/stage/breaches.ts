import type { SideFigures, Strike } from '../ledger/figures.js';
import type { Form } from '../rows/row.js';
import type { Parting } from './cast.js';

/** How long things may take. */
export interface Deadlines {
  /** Every promise settles in this time: `publishTimeoutMs`. */
  readonly settleMs: number;
  /** The fault is noticed in this time, by everybody who notices. */
  readonly noticeMs: number;
  /** Closing takes no longer. */
  readonly closeMs: number;
}

/** Where a row says nothing else. */
export const usual: Deadlines = { settleMs: 10_000, noticeMs: 10_000, closeMs: 10_000 };

/** What a busy machine may add to a deadline. */
const slackMs = 5_000;

/** How many events a second have to be offered, whatever the fault. In short, beside another row: two share the machine. */
const leastOffered: Readonly<Record<Form, number>> = { short: 500, full: 2_000 };

/** What came of a row. */
export interface Outcome {
  readonly form: Form;
  readonly figures: SideFigures;
  readonly control: SideFigures | undefined;
  readonly parting: Parting;
  readonly strikes: readonly Strike[];
  readonly deadlines: Partial<Deadlines>;
  /** What else was measured, by name. */
  readonly measures: Readonly<Record<string, number>>;
}

/** The promises that hold in every row, and those of them that did not, each in a sentence. */
export function breachesOf({ form, figures, control, parting, strikes, deadlines }: Outcome): readonly string[] {
  const { settleMs, noticeMs, closeMs } = { ...usual, ...deadlines };
  const none = (count: number, what: string): readonly string[] => (count === 0 ? [] : [`${count} ${what}`]);
  const isLoaded = (side: SideFigures | undefined): boolean =>
    side === undefined || side.offeredPerSecond >= leastOffered[form];
  return [
    ...(strikes.length > 0 && !isLoaded(figures)
      ? [`not loaded: ${Math.round(figures.offeredPerSecond)} events/s`]
      : []),
    ...(strikes.length > 0 && !isLoaded(control)
      ? [`control not loaded: ${Math.round(control?.offeredPerSecond ?? 0)} events/s`]
      : []),
    ...none(figures.duplicates, 'duplicates'),
    ...none(figures.outOfOrder, 'out of order'),
    ...none(figures.silent, 'lost without a report'),
    ...none(figures.invented, 'reported as missing that were not'),
    ...none(figures.contradicted, 'rejected as not sent, and received'),
    ...none(figures.unsettled, 'promises unsettled'),
    ...none(figures.overflowReports, 'queues that ran over'),
    ...none(figures.stillDeaf, 'subscribers still deaf'),
    ...Object.entries(figures.crashes).map(([what, times]) => `${times} × ${what}`),
    ...parting.badEndings,
    ...none(parting.secrets, 'secrets in what was printed'),
    ...late('settled', figures.longestSettleMs, settleMs),
    ...late('noticed', Math.max(0, ...figures.noticedMs), noticeMs),
    ...late('closed', parting.longestCloseMs, closeMs),
  ];
}

/** A sentence, if it took too long. */
export function late(what: string, tookMs: number, deadlineMs: number): readonly string[] {
  return tookMs <= deadlineMs + slackMs
    ? []
    : [`${what} after ${Math.round(tookMs)} ms, where ${deadlineMs} ms are promised`];
}
