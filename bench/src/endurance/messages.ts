import type { MemorySample } from './memory-series.js';

/** What the publisher says to its parent. */
export type PublisherSaid =
  /** It is connected. */
  | { readonly say: 'ready' }
  /** The time is up, and what was published has arrived, or did not come. */
  | { readonly say: 'done'; readonly published: number; readonly series: readonly MemorySample[] };

/** What the subscriber says to its parent. */
export type SubscriberSaid =
  /** It receives, and tells at a port what has arrived. */
  | { readonly say: 'ready'; readonly port: number }
  /** What it came to. */
  | ({ readonly say: 'done'; readonly series: readonly MemorySample[] } & Received);

/** What a subscriber was given, and what not. */
export interface Received {
  /** How often a handler was called. */
  readonly handled: number;
  /** Of how many different orders, in order. */
  readonly different: number;
  /** How many gaps were reported. */
  readonly gaps: number;
  /** How many orders were missed, as far as the gaps say. */
  readonly missed: number;
  /** How many errors and invalid events were reported. */
  readonly problems: number;
}
