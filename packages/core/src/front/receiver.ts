import type { TidingsError } from '../errors/tidings-error.js';
import type { Delivery } from './delivery.js';

/** Something that takes the events of one or several channels: a handler's subscription or a stream. */
export interface Receiver {
  /** The channels it takes, by name. */
  readonly channelNames: Set<string>;
  /** The handler, for `unsubscribe(channel, handler)`; a stream has none. */
  readonly handler: unknown;
  /** Takes an event. Never throws, never runs the user's code at once. */
  push(delivery: Delivery): void;
  /** It left a channel: what waits of that channel is not delivered. With no channel left, it has ended. */
  left(channel: string): void;
  /** It could not be subscribed; that it leaves its channels is told next. */
  failed(error: TidingsError): void;
  /** The bus closes: nothing comes any more. `drain` tells whether what waits is still delivered. */
  finish(drain: boolean): void;
}
