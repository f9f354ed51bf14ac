import type { Issue, TidingsError } from '../errors/tidings-error.js';

/**
 * What the bus is doing.
 *
 * - `connecting`: not open yet, or opening.
 * - `ready`: publishes and receives all it is asked to.
 * - `reconnecting`: was ready, and something of it is away: the server, one of several, or a channel it may no longer read.
 * - `closed`: for good.
 */
export type BusStatus = 'connecting' | 'ready' | 'reconnecting' | 'closed';

/**
 * A stretch of events that a subscriber may have missed.
 *
 * - `hole`: numbers of one publisher are missing; `count` is exact, unless a publish of that publisher failed.
 * - `reconnect`: the transport was away; what was sent meanwhile is gone, and nobody knows how much.
 * - `overflow`: a subscription's queue or a stream's buffer was full; `count` events were dropped.
 * - `trimmed`: a durable channel's retention was over for `count` events before this group, or reader, got them.
 * - `reset`: a durable channel's log itself was lost, as by FLUSHALL; it goes on with what is published afterwards.
 */
export interface GapReport {
  /** How they were missed. */
  readonly reason: 'hole' | 'reconnect' | 'overflow' | 'trimmed' | 'reset';
  /** The channel, or undefined if it concerns all that are subscribed. */
  readonly channel: string | undefined;
  /** How many events, where that is known. */
  readonly count: number | undefined;
  /** The publisher, for a `hole`: the `source` of the event that followed it. */
  readonly source?: string | undefined;
  /** The consumer group, for `trimmed` and `reset`, if it is one that missed them. */
  readonly group?: string | undefined;
}

/** A group gave an event up: it is in the channel's dead-letter log now. */
export interface DeadLetterReport {
  /** The channel. */
  readonly channel: string;
  /** The group. */
  readonly group: string;
  /** The event's id, where it has one. */
  readonly eventId: string | undefined;
  /** Why, as in `DeadLetter`. */
  readonly code: string;
  /** Why, in a sentence. */
  readonly reason: string;
  /** How often it was tried. */
  readonly attempts: number;
}

/** An event was set aside for members of the group that can read its version. */
export interface ParkedReport {
  /** The channel. */
  readonly channel: string;
  /** The group. */
  readonly group: string;
  /** The event's id. */
  readonly eventId: string;
  /** The version it was published as. */
  readonly version: number;
  /** The lowest version whose readers may read it. */
  readonly minReader: number;
}

/**
 * Why an incoming event was not given to handlers.
 *
 * - `malformed`: no JSON in UTF-8.
 * - `envelope`: no CloudEvent that a channel could carry.
 * - `unknown_channel`: its `type` is not the channel it came in on.
 * - `too_large`, `too_deep`: over `limits.eventBytes`, `limits.depth`.
 * - `schema`: the payload does not fit the schema of its version.
 * - `upcast`: it could not be raised to the latest version.
 * - `version`: this reader may not read its version.
 */
export type InvalidReason =
  | 'malformed'
  | 'envelope'
  | 'unknown_channel'
  | 'too_large'
  | 'too_deep'
  | 'schema'
  | 'upcast'
  | 'version';

/** An incoming event that reached no handler. It never stops the bus, and carries nothing of the payload. */
export interface InvalidReport {
  /** What kind of refusal it is. */
  readonly reason: InvalidReason;
  /** The channel it came in on. */
  readonly channel: string;
  /** What was wrong, in a sentence. */
  readonly message: string;
  /** The event's id, where it could be read. */
  readonly eventId: string | undefined;
  /** The event's version, where it could be read. */
  readonly version: number | undefined;
  /** Where the payload did not fit. */
  readonly issues: readonly Issue[];
  /** For `upcast` and codecs that throw: what was thrown, without its message. */
  readonly cause: unknown;
}

/** What each kind of bus event tells its listeners. */
export interface BusEvents {
  /** Events may have been missed. */
  readonly gap: GapReport;
  /** An incoming event was refused. */
  readonly invalid: InvalidReport;
  /** A group gave an event up. */
  readonly deadLetter: DeadLetterReport;
  /** A group set an event aside that this member can't read. */
  readonly parked: ParkedReport;
  /** Something failed that no caller is waiting for: a handler, the transport, a listener. Without a listener it is written to `console.error`. */
  readonly error: TidingsError;
  /** The status changed; if it is `reconnecting`, with why, where that is known. */
  readonly status: {
    readonly status: BusStatus;
    readonly previous: BusStatus;
    readonly problem?: TidingsError | undefined;
  };
  /** The server lacks something, or is set up in a way that costs something: what, and what to do. Without a listener it is written to `console.warn`. */
  readonly warning: { readonly message: string };
  /** For metrics: an event was accepted, `durationMs` after `publish` was called. */
  readonly published: { readonly channel: string; readonly durationMs: number };
  /** For metrics: a handler finished, `durationMs` after it was called; or a stream's reader got an event (0). */
  readonly delivered: { readonly channel: string; readonly durationMs: number };
  /** For metrics: a handler threw or timed out, `durationMs` after it was called. */
  readonly failed: { readonly channel: string; readonly durationMs: number };
  /** For metrics: events were dropped by a full queue or buffer. */
  readonly dropped: { readonly channel: string; readonly count: number };
}

/** The kinds of bus events. */
export type BusEventKind = keyof BusEvents;

/** Listens to one kind of bus event. What it throws is reported as `error`. */
export type BusEventListener<K extends BusEventKind> = (report: BusEvents[K]) => void;
