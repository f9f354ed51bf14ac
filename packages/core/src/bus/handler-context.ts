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
