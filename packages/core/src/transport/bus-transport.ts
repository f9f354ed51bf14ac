import type { BroadcastTransport } from './broadcast-transport.js';
import type { LogTransport } from './log-transport.js';

/** What a bus stands on: something that moves frames and, for durable channels, something that keeps them. */
export interface BusTransport extends BroadcastTransport {
  /** Left out by transports that keep nothing: their buses refuse durable channels. */
  readonly log?: LogTransport;
}
