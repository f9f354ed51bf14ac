import type { AnyChannel, DurableChannel } from '../channel/channel.js';
import type { EventOf } from './bus-event.js';
import type { BatchContext, GroupContext } from './handler-context.js';

/** How failed attempts at an event are repeated: after a delay that doubles each time, with jitter. */
export interface RetryOptions {
  /** How often an event is tried in all, before it is dead-lettered (in a group) or reported (without one). Default 5. */
  readonly maxAttempts?: number;
  /** The delay after the first failure, in milliseconds. Default 500. */
  readonly minDelayMs?: number;
  /** The longest delay, in milliseconds. Default 60,000. */
  readonly maxDelayMs?: number;
}

/** What every member of a group can be told. */
export interface MemberOptions {
  /**
   * The group's name: each event is handled by one of its members, at least once. Letters, digits, `.`, `_` and `-`, 100 at most.
   */
  readonly group: string;
  /** Where a group that is new begins: with the oldest event that is kept, or with those published from now on. Default `'start'`. */
  readonly from?: 'start' | 'new';
  /** How many calls of the handler may run at once; events with the same key never do. Default 1. */
  readonly concurrency?: number;
  /** About how many events this member takes at a time, running ones included. Default 256. */
  readonly maxQueued?: number;
  /**
   * How long a call may take, in milliseconds, before its signal is aborted and it counts as a failed attempt. Default 30,000;
   * `Infinity` waits for ever.
   */
  readonly handlerTimeoutMs?: number;
  /** What happens after a failed attempt. */
  readonly retry?: RetryOptions;
  /** Ends the subscription when aborted. */
  readonly signal?: AbortSignal;
}

/** How a group handles a durable channel's events, one in a call. */
export interface GroupOptions extends MemberOptions {
  readonly batch?: undefined;
}

/** How large the batches are that a batch handler gets. */
export interface BatchSize {
  /** The most events in a call. Default 100. */
  readonly maxEvents?: number;
  /** How long to wait for more events before a call with fewer, in milliseconds. Default 0: whatever is there. */
  readonly maxWaitMs?: number;
}

/** How a group handles a durable channel's events, several in a call. */
export interface BatchGroupOptions extends MemberOptions {
  /** Has the handler called with lists of events. */
  readonly batch: BatchSize;
}

/**
 * Where to read from: the oldest event that is kept, what is published from now on, a time, or the `cursor` of an event that was
 * read before.
 */
export type StartFrom = 'start' | 'new' | Date | (string & {});

/** How a durable channel is read without a group: every reader reads all, from where it wants, and keeps its place itself. */
export interface CursorOptions {
  readonly group?: undefined;
  /** Where to begin. */
  readonly from: StartFrom;
  /** How long a call of the handler may take, in milliseconds, before its signal is aborted and it counts as failed. Default 30,000. */
  readonly handlerTimeoutMs?: number;
  /** How often a failing event is tried, in place: what follows waits. Then it is reported, and the next one read. */
  readonly retry?: RetryOptions;
  /**
   * What to do at an event that this reader can't read: `stop` before it, with `error` (code `unreadable`), or `skip` it. Either
   * way it is reported as `invalid`. Default `'stop'`.
   */
  readonly onUnreadable?: 'stop' | 'skip';
  /** Ends the subscription when aborted. */
  readonly signal?: AbortSignal;
}

/** How a durable channel's events are read as a stream. The buffer is filled as it is read: nothing is ever dropped. */
export interface CursorStreamOptions {
  /** Where to begin. */
  readonly from: StartFrom;
  /** About how many events may wait in the buffer. Default 1,024. */
  readonly maxBuffered?: number;
  /** At an event that this reader can't read, end the loop with an error (code `unreadable`), or skip it. Default `'stop'`. */
  readonly onUnreadable?: 'stop' | 'skip';
  /** Ends the stream when aborted. */
  readonly signal?: AbortSignal;
}

/**
 * Handles an event of a group. When what it returns resolves, the event is acknowledged; when it throws or rejects, it is tried
 * again, and in the end dead-lettered.
 */
export type GroupHandler<C extends AnyChannel> = (event: EventOf<C>, context: GroupContext) => unknown;

/**
 * Handles several events of a group. When it resolves, all are acknowledged, but for those that the context was told of; when it
 * throws or rejects, the attempt has failed for all of them.
 */
export type BatchHandler<C extends DurableChannel> = (
  events: readonly EventOf<C>[],
  context: BatchContext<EventOf<C>>,
) => unknown;
