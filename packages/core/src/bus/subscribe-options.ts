import type { AnyChannel } from '../channel/channel.js';
import type { EventOf } from './bus-event.js';
import type { HandlerContext } from './handler-context.js';

/** What to drop when a bounded queue is full. Either way the loss is reported as a `gap` with its count. */
export type QueueOverflow = 'drop-oldest' | 'drop-newest';

/** What to do when a stream's buffer is full: drop and report, or end the stream with an error. */
export type BufferOverflow = QueueOverflow | 'error';

/** How a handler is called. */
export interface SubscribeOptions {
  /** How many events the handler may be working on at once. Default 1: events are handled in order. */
  readonly concurrency?: number;
  /** How many events may wait for the handler. Default 100,000. */
  readonly maxQueued?: number;
  /** What is dropped when more would wait. Default `'drop-oldest'`. */
  readonly overflow?: QueueOverflow;
  /**
   * After how long a handler counts as stuck, in milliseconds: its signal is aborted, `error` (code `handler_timeout`)
   * is emitted, and the next event is handled. Default 30,000; `Infinity` waits for ever.
   */
  readonly handlerTimeoutMs?: number;
  /** Ends the subscription when aborted. */
  readonly signal?: AbortSignal;
}

/** How a stream buffers. */
export interface EventStreamOptions {
  /** How many events may wait in the buffer. Default 1,024. */
  readonly maxBuffered?: number;
  /** What happens when more would wait. Default `'drop-oldest'`. */
  readonly overflow?: BufferOverflow;
  /** Ends the stream when aborted. */
  readonly signal?: AbortSignal;
}

/** A function that handles a channel's events. What it returns is awaited; what it throws is reported as `error`. */
export type EventHandler<C extends AnyChannel> = (event: EventOf<C>, context: HandlerContext) => unknown;
