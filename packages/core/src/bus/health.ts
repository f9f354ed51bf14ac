import type { BusStatus, GapReport } from './bus-events.js';

/** What a probe wants to know. */
export interface Health {
  readonly status: BusStatus;
  /** Whether events flow: `status` is `ready`. */
  readonly healthy: boolean;
  /** Since when it has this status. */
  readonly since: Date;
  /** Events accepted by `publish` and not yet by the transport. */
  readonly outgoing: number;
  /** Events waiting for handlers and streams. */
  readonly queued: number;
  /** Handlers running now. */
  readonly running: number;
  /** The last gap, and when. */
  readonly lastGap: (GapReport & { readonly at: Date }) | undefined;
  /** Totals since the bus was made. */
  readonly totals: HealthTotals;
}

/** Counts since the bus was made. */
export interface HealthTotals {
  readonly published: number;
  readonly delivered: number;
  readonly failed: number;
  readonly invalid: number;
  readonly dropped: number;
}
