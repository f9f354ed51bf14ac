/** A W3C trace context, as it travels with an event (CloudEvents extension "Distributed Tracing"). */
export interface TraceContext {
  /** The `traceparent` header's value. */
  readonly traceparent: string;
  /** The `tracestate` header's value, where there is one. */
  readonly tracestate?: string | undefined;
}

/** Values of custom attributes: what CloudEvents allows in JSON. */
export type AttributeValue = string | number | boolean;

/** What came with an event besides its payload, and what a handler needs to behave well. */
export interface HandlerContext {
  /** Aborted when the handler runs longer than `handlerTimeoutMs`, and when the bus's `close()` gives up on it. */
  readonly signal: AbortSignal;
  /** The id of the event being handled. */
  readonly eventId: string;
  /** The trace it belongs to, if its publisher said so. */
  readonly trace: TraceContext | undefined;
  /** Shared by everything that followed from one first event; that event's own id if its publisher gave none. */
  readonly correlationId: string;
  /** The id of the event that this one was published in answer to, if any. */
  readonly causationId: string | undefined;
  /** Attributes that the publisher or its middleware added. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** What the handler of a group gets besides: it may decide otherwise than by returning or throwing. */
export interface GroupContext extends HandlerContext {
  /** The group. */
  readonly group: string;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
  /**
   * Has the event tried again once the handler is over, as if it had thrown: it counts as an attempt, but is no error.
   *
   * @param afterMs After how long, in milliseconds. Default: the delay that `retry` of the subscription gives.
   * @throws TidingsError `invalid_option`
   */
  readonly retry: (afterMs?: number) => void;
  /**
   * Has the event put into the channel's dead-letter log once the handler is over, whatever it returns or throws.
   *
   * @param reason Why, for whoever looks at it there.
   * @throws TidingsError `invalid_option`
   */
  readonly deadLetter: (reason: string) => void;
}

/** What a handler of batches gets. */
export interface BatchContext<E> {
  /** Aborted when the handler runs longer than `handlerTimeoutMs`, when the events were lost to another member, and when `close()` gives up on it. */
  readonly signal: AbortSignal;
  /** The group. */
  readonly group: string;
  /** Has one event of the batch tried again: see {@link GroupContext.retry}. */
  readonly retry: (event: E, afterMs?: number) => void;
  /** Has one event of the batch put into the dead-letter log: see {@link GroupContext.deadLetter}. */
  readonly deadLetter: (event: E, reason: string) => void;
}
