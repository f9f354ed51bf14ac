import type { Checks } from '../checks.js';
import type { Load, LoadEvent } from '../events/load.js';
import type { Shape } from './task.js';

/** The publishing side of a contender. */
export interface BroadcastPublisher {
  /** Publishes one; resolves when it is accepted. */
  publish(event: LoadEvent): Promise<unknown>;
  /** Publishes several that are there at once, where that is another call than `publish` for each. */
  publishMany?(events: readonly LoadEvent[]): Promise<unknown>;
  close(): Promise<unknown>;
}

/** The receiving side of a contender. */
export interface BroadcastSubscriber {
  close(): Promise<unknown>;
}

/** A way of telling whoever listens, through Redis; set up as its documentation recommends for speed. */
export interface BroadcastContender {
  readonly name: string;
  /**
   * Ours; a library, as its documentation sets it up; a library with more than that; or something that does less than a bus
   * does, for the limits of what can be.
   */
  readonly kind: 'tidings' | 'library' | 'tuned' | 'limit';
  /** Its packages, for the versions. */
  readonly packages: readonly string[];
  /** What of an event is checked. */
  readonly checks: Checks;
  /** How it was set up, and what it does less than others. */
  readonly note: string;
  /** Whether it is about events that come up so; about all by default. */
  readonly takesPart?: (shape: Shape) => boolean;
  openPublisher(url: string, load: Load): Promise<BroadcastPublisher>;
  /** Resolves when events will arrive. @param received Called for each. */
  openSubscriber(url: string, load: Load, received: (data: object) => void): Promise<BroadcastSubscriber>;
}
