import type { AnyChannel, DataOf, NameOf } from '../channel/channel.js';

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

/** The event that a channel's handlers receive; for a union of channels, the union of their events. */
export type EventOf<C extends AnyChannel> = C extends AnyChannel ? BusEvent<NameOf<C>, DataOf<C>> : never;
