import type { AnyChannel } from '../channel/channel.js';
import type { BusEvent } from './bus-event.js';
import type { AttributeValue, HandlerContext, TraceContext } from './handler-context.js';
import type { PublishedEvent } from './publish-options.js';

/** An event on its way out, as publish middleware sees it. The payload is encoded already and can't be changed. */
export interface PublishCall {
  /** The channel it is published on. */
  readonly channel: AnyChannel;
  /** What the caller gave. Read-only: it has been encoded already. */
  readonly data: unknown;
  /** The event's id. */
  readonly id: string;
  /** The time it carries. */
  readonly time: Date;
  /** The trace it will carry. May be set. */
  trace: TraceContext | undefined;
  /** May be set. */
  correlationId: string | undefined;
  /** May be set. */
  causationId: string | undefined;
  /** Custom attributes. May be added to. */
  readonly attributes: Record<string, AttributeValue>;
}

/** An event on its way to one handler, as delivery middleware sees it. */
export interface DeliverCall {
  /** The channel, as the handler was subscribed with it. */
  readonly channel: AnyChannel;
  /** The event, as the handler gets it; the first of them, for a batch handler. */
  readonly event: BusEvent;
  /** All events that a batch handler gets; undefined for others. */
  readonly events?: readonly BusEvent[];
  /** What else the handler gets. */
  readonly context: HandlerContext;
}

/**
 * Code around publishing and handling, in the manner of koa: what was `use`d first is outermost; `await next()` runs
 * the rest; what the rest throws can be caught there. Throwing before `next()` refuses the event; not calling `next()`
 * at all skips the rest without a word, except that a publish then rejects with `middleware_failed`.
 */
export interface Middleware {
  /** Shown in the error when it calls `next()` twice. */
  readonly name?: string;
  /** Around the encoding and sending of one event. `next` resolves on acceptance; it rejects with what went wrong. */
  publish?(call: PublishCall, next: () => Promise<PublishedEvent>): Promise<PublishedEvent>;
  /** Around one call of one handler. `next` resolves when the handler has; it rejects with what the handler threw. */
  deliver?(call: DeliverCall, next: () => Promise<void>): Promise<void>;
}
