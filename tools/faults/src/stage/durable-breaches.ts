import { breachesOf, type Outcome } from './breaches.js';

/** What may be lost of what was accepted. */
export interface Allowance {
  /** Whether something may be, as long as it is told. */
  readonly losesSome: boolean;
  /**
   * How many events a failover may cost that a master had taken and not passed on: nobody knows of them, so nobody tells. What
   * of them was read, and not acknowledged to its publisher, is stored again and read again.
   */
  readonly unreplicated: number;
}

/**
 * The promises that hold in every row of durable channels, besides those of every row: what was accepted is handled, what is
 * handled again has the id that it had, and a reader gets everything once and in order.
 */
export function durableBreachesOf(outcome: Outcome, { losesSome, unreplicated }: Allowance): readonly string[] {
  const { figures } = outcome;
  const { durable } = figures;
  const { reader } = durable ?? {};
  const above = (bound: number, count: number | undefined, what: string): readonly string[] =>
    (count ?? 0) <= bound ? [] : [`${count} ${what}`];
  return [
    ...breachesOf({
      ...outcome,
      figures: {
        ...figures,
        // It is what at least once means.
        duplicates: 0,
        // The log can't know what had been handled and not acknowledged: rows look at that.
        ...(losesSome && { invented: 0 }),
        ...(figures.silent <= unreplicated && { silent: 0 }),
      },
    }),
    ...above(0, durable?.otherIds, 'handled again under another id'),
    ...above(unreplicated, reader?.duplicates, 'read twice'),
    ...above(0, reader?.outOfOrder, 'read out of order'),
    ...(losesSome
      ? []
      : [
          ...above(unreplicated, figures.lost, 'accepted and lost'),
          ...above(unreplicated, reader?.lost, 'accepted and not read'),
        ]),
  ];
}
