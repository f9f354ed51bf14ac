import type { AnyChannel, DataOf, DurableChannel, NameOf } from '../channel/channel.js';

/** What a handler receives. The data is shared by all handlers of this process: treat it as read-only. */
export interface BusEvent<Name extends string = string, Data = unknown> {
  /** Unique together with `source`. */
  readonly id: string;
  /** The channel's name; narrows the type of `data` when several channels share a handler. */
  readonly channel: Name;
  /** The version it was published as. `data` is always the latest version's. */
  readonly version: number;
  /** When it was published, by the publisher's clock. */
  readonly time: Date;
  /** Who published it: the publisher's `source` option, a URI reference. */
  readonly source: string;
  /** The payload, validated and decoded. */
  readonly data: Data;
}

/** An event of a durable channel. */
export interface DurableEvent<Name extends string = string, Data = unknown> extends BusEvent<Name, Data> {
  /** Which attempt at handling it this is, from 1; those that a crash ended are counted. */
  readonly attempt: number;
  /**
   * Where to go on after this event, as an opaque text: give it as `from`. For a reader without a group it is exact in every
   * partition; for a member of a group, in the event's own partition, and by the event's time in the others.
   */
  readonly cursor: string;
}

/** The event that a channel's handlers receive; for a union of channels, the union of their events. */
export type EventOf<C extends AnyChannel> = C extends DurableChannel
  ? DurableEvent<NameOf<C>, DataOf<C>>
  : C extends AnyChannel
    ? BusEvent<NameOf<C>, DataOf<C>>
    : never;
