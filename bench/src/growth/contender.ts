import type { Order } from '../durable/order.js';

/** A bus of a contender, with the channels that it was opened for. */
export interface GrowthBus {
  /**
   * Has a handler called for each order of a channel. Resolves once orders will arrive.
   *
   * @param topic Which of the channels.
   */
  subscribe(topic: number, handled: () => void): Promise<unknown>;
  /** Publishes an order on a channel; resolves when it is accepted. */
  publish(topic: number, order: Order): Promise<unknown>;
  close(): Promise<unknown>;
}

/** A library whose buses are measured with few and with many channels and subscribers. */
export interface GrowthContender {
  readonly name: string;
  /** Its packages, for the versions. */
  readonly packages: readonly string[];
  /** How it was set up, and what it does less than others. */
  readonly note: string;
  /** Whether it goes through Redis, to other processes, or stays in one. */
  readonly through: 'memory' | 'redis';
  /**
   * Opens a bus.
   *
   * @param topics The names of its channels.
   * @param url Where Redis is; empty if it takes none.
   */
  open(topics: readonly string[], url: string): GrowthBus;
}
