import type { EventBus, SubscribeOptions } from '@tidings/core';

/** An event, as it is handed to whoever publishes it. */
export interface LoadEvent {
  /** The channel, by its name. */
  readonly topic: string;
  /** What it says; JSON, and different in each. */
  readonly data: object;
}

/** A kind of event to measure with. */
export interface Load<E extends LoadEvent = LoadEvent> {
  readonly name: string;
  /** The names of its channels. */
  readonly topics: readonly string[];
  /** Reads what its events are made of, for whoever publishes them. */
  prepare?(): void;
  /**
   * The event of a number.
   *
   * @param sentAt When it is sent, for an event that says so.
   */
  eventOf(number: number, sentAt?: number): E;
  /** Publishes one by its typed channel. */
  publish(bus: EventBus, event: E): Promise<unknown>;
  /** Publishes several at once by their typed channel; not there if they have several channels. */
  publishMany?(bus: EventBus, events: readonly E[]): Promise<unknown>;
  /** Subscribes to all of its typed channels. Resolves when events will arrive. */
  subscribe(bus: EventBus, received: (data: object) => void, options?: SubscribeOptions): Promise<unknown>;
}
