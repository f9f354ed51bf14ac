import type { TidingsError } from '../errors/tidings-error.js';
import type { BusStatus, GapReport } from './bus-events.js';

/** What a probe wants to know. */
export interface Health {
  /** What the bus is doing. */
  readonly status: BusStatus;
  /** Whether events flow: `status` is `ready`. */
  readonly healthy: boolean;
  /** Since when it has this status. */
  readonly since: Date;
  /** Why it is not ready, where that is known: the server can't be reached, a password is wrong, a channel is refused. */
  readonly problem: TidingsError | undefined;
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
  /** Events that the transport accepted. */
  readonly published: number;
  /** Calls of handlers that ended well, and events read from streams. */
  readonly delivered: number;
  /** Calls of handlers that threw, rejected or ran out of time. */
  readonly failed: number;
  /** Incoming events that were refused; for each definition that a channel is subscribed with, where they differ. */
  readonly invalid: number;
  /** Events that a full queue or buffer dropped, once for each. */
  readonly dropped: number;
  /** Events that are known to be missing: the counts of all holes, and of what was trimmed. */
  readonly missed: number;
  /** How many gaps were reported, of whatever reason. */
  readonly gaps: number;
  /** Attempts at events of durable channels that failed and were followed by another. */
  readonly retried: number;
  /** Events of durable channels that this bus put into a dead-letter log. */
  readonly deadLettered: number;
  /** Events of durable channels that this bus set aside for members that can read them. */
  readonly parked: number;
}
