import type { SideFigures } from '../ledger/figures.js';
import { breachesOf, type Outcome } from './breaches.js';

/**
 * The promises that hold in every row of durable channels, besides those of every row: what comes again has the id that it
 * had, and a reader gets everything once and in order.
 *
 * @param losesSome Whether what was accepted may be lost, as long as it is told.
 */
export function durableBreachesOf(outcome: Outcome, losesSome: boolean): readonly string[] {
  const { figures } = outcome;
  const { durable } = figures;
  const none = (count: number, what: string): readonly string[] => (count === 0 ? [] : [`${count} ${what}`]);
  return [
    // Duplicates are what at least once means. And of what was lost, the log can't know what had been handled and not
    // acknowledged: rows look at that.
    ...breachesOf({ ...outcome, figures: { ...figures, duplicates: 0, ...(losesSome && { invented: 0 }) } }),
    ...none(durable?.otherIds ?? 0, 'handled again under another id'),
    ...none(durable?.reader.duplicates ?? 0, 'read twice'),
    ...none(durable?.reader.outOfOrder ?? 0, 'read out of order'),
    ...(losesSome
      ? []
      : [...none(figures.lost, 'accepted and lost'), ...none(readerLost(figures), 'accepted and not read')]),
  ];
}

function readerLost({ durable }: SideFigures): number {
  return durable?.reader.lost ?? 0;
}
