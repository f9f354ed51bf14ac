import type { TidingsError } from '../errors/tidings-error.js';

/**
 * What travels: the JSON text of one CloudEvent, or of a batch of them. A transport that receives bytes may hand them on
 * as they are; they are then decoded strictly as UTF-8.
 */
export type Frame = string | Uint8Array;

/** What a transport tells the bus in front of it. May be called at any time after `open`; never throws. */
export interface BroadcastSink {
  /** A frame came in on a channel. */
  frame(channel: string, frame: Frame): void;
  /**
   * The transport sends and receives all it is asked to (`ready`), or not for the moment (`reconnecting`), with why, where
   * that is known. Before `open` has resolved, the latter tells what it is struggling with.
   */
  status(status: 'ready' | 'reconnecting', problem?: TidingsError): void;
  /** Channels that were not writable may be now. `ready` says so too. */
  writable(): void;
  /** Frames of a channel, or of all of them, may have been missed up to now. Told when receiving works again. */
  interrupted(channel?: string): void;
  /** Something went wrong that no call is waiting for. */
  failed(error: unknown): void;
  /** Something is not as it could be: what it is, what that costs, and what to do, in words. */
  warning(message: string): void;
}

/**
 * Moves frames for a bus, to every bus that has the channel open. It knows no schema, handler or middleware.
 *
 * The bus calls `open` once, before all else, and `close` once; between the two, `subscribe` and `unsubscribe` of one
 * channel never overlap. Frames that one transport sends on one channel arrive in order, at most once each.
 */
export interface BroadcastTransport {
  /**
   * Whether frames cost a round trip, so that events published at about the same time should share one. If not, each
   * publish is sent at once.
   */
  readonly gathers: boolean;
  /** Starts. Resolves when frames can be sent; rejects only if that will never be. */
  open(sink: BroadcastSink): Promise<void> | undefined;
  /** Whether a frame of this channel can be sent now. If not, the transport says when that may have changed. */
  isWritable(channel: string): boolean;
  /**
   * Sends a frame; undefined if it was accepted at once. Only called while the channel is writable.
   *
   * Rejects with a TidingsError: `outcome_unknown` if it may have been accepted, any other code if it certainly was not. Must
   * settle: what it never answers takes up `maxInFlightBytes` until the bus is closed.
   */
  send(channel: string, frame: string): Promise<void> | undefined;
  /**
   * Opens a channel. Resolves once frames sent from now on will arrive; while the transport is away, that is when it is back.
   * From then on it keeps the channel open, over whatever happens to the connection.
   */
  subscribe(channel: string): Promise<void> | undefined;
  /** Closes a channel. Frames may still come in until it resolves. */
  unsubscribe(channel: string): Promise<void> | undefined;
  /**
   * Gives everything back, by force when `timeoutMs` have passed. Never rejects. What `subscribe` and `unsubscribe` have
   * not answered by then, nobody waits for any more.
   */
  close(timeoutMs: number): Promise<void>;
}
