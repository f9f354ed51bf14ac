/**
 * Every way in which Tidings fails. The union is closed: a `switch` over it can be exhaustive.
 *
 * A `publish` that rejects sent nothing, unless the code is `outcome_unknown`.
 *
 * | code | meaning |
 * | --- | --- |
 * | `invalid_definition` | a channel definition that can't work: bad name, payload that is not JSON, missing key |
 * | `invalid_option` | an option or argument out of its range, or unknown |
 * | `invalid_payload` | the data given to `publish` does not fit the channel's schema |
 * | `invalid_event` | an encoded event that is not a readable CloudEvent of its channel |
 * | `too_large` | an event over `limits.eventBytes` |
 * | `too_deep` | a payload nested deeper than `limits.depth` |
 * | `async_schema` | a schema with an asynchronous refinement or codec |
 * | `unsupported` | something this bus can't do |
 * | `closed` | the bus or stream was closed before this could be done |
 * | `aborted` | the caller's `AbortSignal` fired |
 * | `timed_out` | a deadline passed; nothing was sent |
 * | `not_sent` | the event was certainly not accepted: it did not leave this process, or the server refused it |
 * | `outcome_unknown` | the event may or may not have been accepted |
 * | `queue_full` | a bounded queue refused the event |
 * | `handler_failed` | a handler threw or rejected; `cause` is what it threw |
 * | `handler_timeout` | a handler ran longer than `handlerTimeoutMs` |
 * | `middleware_failed` | a middleware broke its contract, such as calling `next()` twice |
 * | `listener_failed` | a listener of `on()` threw |
 * | `close_timeout` | `close()` gave up on work that was still running |
 * | `connection_failed` | a server can't be reached, or the connection to it was lost |
 * | `authentication_failed` | a server does not accept the user name or password |
 * | `permission_denied` | the user may not do this on the server |
 * | `out_of_memory` | the server has no memory left for this |
 * | `read_only` | the server is a replica, or may not write for another reason |
 * | `loading` | the server is still reading its data |
 * | `in_use` | a consumer group has live members, so it can't be reset or deleted |
 * | `not_found` | there is no such consumer group |
 * | `unreadable` | a reader by cursor came to an event that it can't read, and stopped before it |
 * | `transport_failed` | the transport failed in a way it has no other code for |
 */
export type TidingsErrorCode =
  | 'invalid_definition'
  | 'invalid_option'
  | 'invalid_payload'
  | 'invalid_event'
  | 'too_large'
  | 'too_deep'
  | 'async_schema'
  | 'unsupported'
  | 'closed'
  | 'aborted'
  | 'timed_out'
  | 'not_sent'
  | 'outcome_unknown'
  | 'queue_full'
  | 'handler_failed'
  | 'handler_timeout'
  | 'middleware_failed'
  | 'listener_failed'
  | 'close_timeout'
  | 'connection_failed'
  | 'authentication_failed'
  | 'permission_denied'
  | 'out_of_memory'
  | 'read_only'
  | 'loading'
  | 'in_use'
  | 'not_found'
  | 'unreadable'
  | 'transport_failed';

/** One reason why a payload was refused. Carries names and expectations, never the refused value. */
export interface Issue {
  /** Where, from the payload's root: `['items', 3, 'price']`. Keys that the schema does not name are shown as `*`. */
  readonly path: readonly (string | number)[];
  /** What was expected there, in words. */
  readonly message: string;
}

/** What else a {@link TidingsError} may carry. */
export interface TidingsErrorOptions {
  /** What caused it. Never holds a payload or a credential of ours; a handler's own error is passed through as it is. */
  readonly cause?: unknown;
  /** The channel it is about. */
  readonly channel?: string | undefined;
  /** The id of the event it is about. */
  readonly eventId?: string | undefined;
  /** Why a payload was refused. */
  readonly issues?: readonly Issue[] | undefined;
}

const mark: unique symbol = Symbol.for('@tidings/error') as never;

/**
 * The one error class of Tidings. `code` tells what happened, `message` what to do about it.
 *
 * Test with {@link isTidingsError} rather than `instanceof`: two copies of this package may be installed side by side.
 *
 * @example
 * ```ts
 * try {
 *   await bus.publish(orderPlaced, data);
 * } catch (error) {
 *   if (isTidingsError(error, 'invalid_payload')) console.error(error.issues);
 *   else throw error;
 * }
 * ```
 */
export class TidingsError extends Error {
  override readonly name: string = 'TidingsError';
  /** What happened, from a closed set. */
  readonly code: TidingsErrorCode;
  /** The channel it is about, where there is one. */
  readonly channel: string | undefined;
  /** The id of the event it is about, where there is one. */
  readonly eventId: string | undefined;
  /** Why a payload was refused; empty for other failures. */
  readonly issues: readonly Issue[];

  constructor(code: TidingsErrorCode, message: string, options: TidingsErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.channel = options.channel;
    this.eventId = options.eventId;
    this.issues = options.issues ?? [];
    Object.defineProperty(this, mark, { value: true });
  }
}

/**
 * Tells whether `value` is a {@link TidingsError}, also one of another installed copy of this package.
 *
 * @param value Anything, usually what was caught.
 * @param code If given, only errors with this code count.
 */
export function isTidingsError(value: unknown, code?: TidingsErrorCode): value is TidingsError {
  if (typeof value !== 'object' || value === null || !(mark in value)) return false;
  return code === undefined || ('code' in value && value.code === code);
}
