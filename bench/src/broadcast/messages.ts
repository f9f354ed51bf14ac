import type { SpentUs } from '../profile/spent-time.js';

/** What a publisher says to its parent. */
export type PublisherSaid =
  | { readonly say: 'ready' }
  /** The warm-up is over: how many it sent. */
  | { readonly say: 'warmed'; readonly sent: number }
  /** The measurement is over: how many it sent, all of which are accepted, and when it began by the common clock. */
  | {
      readonly say: 'sent';
      readonly sent: number;
      readonly begunAt: number;
      readonly cpuMs: number;
      readonly spentUs: SpentUs;
    };

/** What a subscriber says to its parent. */
export type SubscriberSaid =
  | { readonly say: 'ready' }
  /** All of the warm-up that came is there. */
  | { readonly say: 'warmed'; readonly received: number }
  /** All that came is there. */
  | ({ readonly say: 'received' } & Received);

/** What became of a measurement on the receiving side. */
export interface Received {
  readonly received: number;
  /** When the last one came, by the common clock. */
  readonly lastAt: number;
  readonly cpuMs: number;
  /** Quantiles of the time from sending to receiving, in microseconds, for events that say when they were sent. */
  readonly latencies: Readonly<Record<string, number>>;
  readonly spentUs: SpentUs;
}
