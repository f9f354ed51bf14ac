import type { AttributeValue, HandlerContext, TraceContext } from './handler-context.js';

/** What may be said of an event besides its payload. */
export interface PublishOptions {
  /** The event's id, unique with the bus's source. Default: one is made. Not for `publishMany` of more than one. */
  readonly id?: string;
  /** When it happened. Default: now. */
  readonly time?: Date;
  /** The trace it belongs to. Default: that of `causedBy`. */
  readonly trace?: TraceContext;
  /** The context of the event this one answers: sets causation, and correlation and trace where they aren't given. */
  readonly causedBy?: Pick<HandlerContext, 'eventId' | 'correlationId' | 'trace'>;
  /** Shared by everything that follows from one first event. Default: that of `causedBy`; otherwise none is sent. */
  readonly correlationId?: string;
  /**
   * Custom attributes: CloudEvents extensions, so their names are lower-case letters and digits, 20 characters at most,
   * and numbers are integers. Names that CloudEvents or Tidings uses are refused.
   */
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  /** Gives up waiting: rejects with `aborted` if the event has not been handed to the transport. */
  readonly signal?: AbortSignal;
}

/** What is known of an event that was accepted. */
export interface PublishedEvent {
  /** The id it was given, or that was made for it. */
  readonly id: string;
  /** The channel's name. */
  readonly channel: string;
  /** The version it was published as. */
  readonly version: number;
  /** The time it carries. */
  readonly time: Date;
}

/** An event in its wire form, to be stored (in an outbox, say) and published later with `publishEncoded`. */
export interface EncodedEvent {
  /** The event's id: it is published under this one, however often. */
  readonly id: string;
  /** The channel's name. */
  readonly channel: string;
  /** CloudEvents JSON, without the attributes that are assigned when it is written to a transport. */
  readonly body: string;
}
