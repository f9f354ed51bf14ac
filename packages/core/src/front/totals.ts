import type { HealthTotals } from '../bus/health.js';

/** Counts since the bus was made. */
export type Totals = { -readonly [K in keyof HealthTotals]: HealthTotals[K] };

/** All zero. */
export function newTotals(): Totals {
  return {
    published: 0,
    delivered: 0,
    failed: 0,
    invalid: 0,
    dropped: 0,
    missed: 0,
    gaps: 0,
    retried: 0,
    deadLettered: 0,
    parked: 0,
  };
}
