/** Whose events: ours travel on a bus, the control's by a plain ioredis. The two know nothing of each other. */
export type Side = 'ours' | 'control';

/**
 * What a participant does. A subscriber receives a broadcast; of a durable channel, workers share what their group handles, and
 * a reader reads all of it by a cursor of its own.
 */
export type Role = 'publisher' | 'subscriber' | 'worker' | 'reader';

/** Who reports. */
export interface Reporter {
  readonly side: Side;
  readonly role: Role;
  /** From 0, per side and role. */
  readonly index: number;
  readonly pid: number;
}

/** What became of a publish: accepted, or the code of the error that it rejected with. */
export type Outcome = 'accepted' | (string & {});

/** Something that is told rarely enough to be kept as it is. */
export type Incident =
  /** A connection was lost, or everything is well again. */
  | { readonly kind: 'status'; readonly at: number; readonly status: string; readonly problem?: string | undefined }
  /** Told that something may have been missed. */
  | {
      readonly kind: 'gap';
      readonly at: number;
      readonly reason: 'reconnect' | 'overflow' | 'trimmed' | 'reset';
      readonly count?: number | undefined;
    }
  /** Something was refused that came in. */
  | { readonly kind: 'invalid'; readonly at: number; readonly reason: string }
  /** A group gave an event up, after so many attempts. */
  | { readonly kind: 'dead letter'; readonly at: number; readonly code: string; readonly attempts: number }
  /** A group set an event aside. */
  | { readonly kind: 'parked'; readonly at: number }
  /** Something failed that nobody waited for. */
  | { readonly kind: 'error'; readonly at: number; readonly code: string }
  /** What would have ended the process. */
  | { readonly kind: 'crash'; readonly at: number; readonly what: 'uncaughtException' | 'unhandledRejection' };

/** An event that was received; of a durable channel, that was handled. */
export type Received = readonly [
  publisher: number,
  channel: number,
  n: number,
  sentAt: number,
  at: number,
  id?: string,
];

/**
 * What a participant tells the ledger every few milliseconds, as a line of JSON. Times are those of `nowMs()`; a publisher's
 * events are numbered from 0 on each channel.
 */
export interface Report {
  /** Published: channel, number, when. */
  readonly sent?: readonly (readonly [channel: number, n: number, at: number])[];
  /** Settled: channel, number, outcome, after how long. */
  readonly settled?: readonly (readonly [channel: number, n: number, outcome: Outcome, tookMs: number])[];
  /** Received: publisher, channel, number, when it was published, when it came; of a durable channel, under which id. */
  readonly received?: readonly Received[];
  /** Given to a handler that takes its time: publisher, channel, number, when. */
  readonly began?: readonly (readonly [publisher: number, channel: number, n: number, at: number])[];
  /** Told that so many are missing: publisher, channel, how many. */
  readonly holes?: readonly (readonly [publisher: number, channel: number, count: number])[];
  readonly incidents?: readonly Incident[];
  /** How many events wait to be sent, and how much memory is used. */
  readonly vitals?: { readonly waiting: number; readonly rssBytes: number };
}
