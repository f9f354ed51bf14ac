/** When a fault struck and when it was over, by `nowMs()`. */
export interface Strike {
  readonly from: number;
  readonly to: number;
}

/** How long it took; NaN where there was nothing. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

/** What is known besides of one side's events on durable channels. */
export interface DurableFigures {
  /** Handled again, and not under the id that it had. */
  readonly otherIds: number;
  /** What became of them for readers by cursor, taken together. */
  readonly reader: ReaderFigures;
  /** For each event that a worker was at when it died, or stood still: after how long another one had handled it. */
  readonly redeliveredMs: readonly number[];
  /** For each strike: how long after its end the last event was handled that had been published by then. */
  readonly caughtUpMs: readonly number[];
  /** Events that the group gave up, by code. */
  readonly deadLetters: Readonly<Record<string, number>>;
  /** The fewest and the most attempts that an event had that was given up for its handler's failures. */
  readonly attempts: readonly number[];
  readonly parked: number;
  /** Told to be trimmed before they were handed out: to the group, and to readers. */
  readonly trimmed: { readonly group: number; readonly reader: number };
  /** How often it was told that the log itself was lost: to the group, and to readers. */
  readonly resets: { readonly group: number; readonly reader: number };
}

/** What became of events for readers by cursor. */
export interface ReaderFigures {
  readonly received: number;
  readonly lost: number;
  readonly duplicates: number;
  readonly outOfOrder: number;
}

/** What became of one side's events. */
export interface SideFigures {
  /** Events offered per second while the fault struck. */
  readonly offeredPerSecond: number;
  readonly published: number;
  readonly accepted: number;
  /** Published, and nobody knows whether it was accepted. */
  readonly unknown: number;
  /** Rejected, with the certainty that it was not accepted; by code. */
  readonly notSent: Readonly<Record<string, number>>;
  /** Promises that never settled. */
  readonly unsettled: number;
  readonly longestSettleMs: number;
  /** Deliveries: events received, over all subscribers. */
  readonly received: number;
  /** Deliveries that were owed, because the event was accepted, and not made. */
  readonly lost: number;
  /** Those that the subscriber was told of. */
  readonly reported: number;
  readonly silent: number;
  /** Told to be missing, though they were not. */
  readonly invented: number;
  /** Received although the publish had said that they were not sent. */
  readonly contradicted: number;
  readonly duplicates: number;
  readonly outOfOrder: number;
  /** Reports of holes, and of reconnects. */
  readonly holeReports: number;
  readonly reconnectReports: number;
  readonly overflowReports: number;
  /** How often a connection was lost, as far as participants were told. */
  readonly disconnects: number;
  /** From publish to arrival: of what was published shortly before the first strike, and of what was published during strikes. */
  readonly latencyMs: { readonly calm: Latency; readonly struck: Latency };
  /** For each strike and participant that noticed: after how long. */
  readonly noticedMs: readonly number[];
  /** For each strike and subscriber that heard again on every channel: how long after the end of the fault. */
  readonly backMs: readonly number[];
  /** Subscribers that did not, after the last strike. */
  readonly stillDeaf: number;
  /** Refused on arrival, by reason. */
  readonly invalid: Readonly<Record<string, number>>;
  /** Errors that nobody waited for, by code. */
  readonly errors: Readonly<Record<string, number>>;
  /** Why it was not ready, as codes. */
  readonly problems: readonly string[];
  /** What would have ended a process. */
  readonly crashes: Readonly<Record<string, number>>;
  readonly mostWaiting: number;
  readonly mostRssBytes: number;
  /** Of durable channels only; there, all others are those of the group. */
  readonly durable?: DurableFigures;
}
