import type { Issue } from '../errors/tidings-error.js';

/**
 * Why a payload was refused by its channel.
 *
 * - `schema`: it does not fit the schema of its version.
 * - `upcast`: an `up` function threw, or what it returned does not fit the next version.
 * - `version`: this reader may not read that version.
 * - `too_deep`: it nests deeper than the bus allows; no codec says that itself.
 */
export type RejectionReason = 'schema' | 'upcast' | 'version' | 'too_deep';

const mark: unique symbol = Symbol.for('@tidings/rejection') as never;

/** A payload that its channel refused: returned, not thrown, since on a bus that is an ordinary outcome. */
export class Rejection {
  readonly reason: RejectionReason;
  /** What happened, in a sentence without a trace of the payload. */
  readonly message: string;
  readonly issues: readonly Issue[];
  /** Where code of the definition threw: its error's name and stack, without the message, which may quote the payload. */
  readonly cause: unknown;

  constructor(reason: RejectionReason, message: string, issues: readonly Issue[] = [], cause?: unknown) {
    this.reason = reason;
    this.message = message;
    this.issues = issues;
    this.cause = cause;
    Object.defineProperty(this, mark, { value: true });
  }
}

/**
 * Tells whether a codec refused. By a mark, not by its class: a channel may come from another installed copy of this
 * package than the bus does.
 */
export function isRejection(outcome: unknown): outcome is Rejection {
  return typeof outcome === 'object' && outcome !== null && mark in outcome;
}

/**
 * How a channel's payloads become JSON values and come back. Buses call it; it is the only thing that they know of a
 * schema.
 *
 * @throws TidingsError `async_schema` from both methods, at first use, if the schema has asynchronous parts.
 */
export interface ChannelCodec {
  /** The lowest version whose readers can read what is published: stamped on events as `minreader`. */
  readonly minReader: number;
  /** Whether payloads can nest without limit, so that their depth must be checked. */
  readonly unbounded: boolean;
  /** Validates Data, fills defaults in, and returns the wire form of the latest version; or why not. */
  encode(data: unknown): unknown;
  /**
   * Accepts the wire form of `version`, maps it up to the latest, and returns Data; or why not.
   *
   * @param minReader What the event says of who may read it; a newer version with `minReader` at or below this
   *   reader's version is read as this reader's own.
   */
  decode(wire: unknown, version: number, minReader: number): unknown;
}
