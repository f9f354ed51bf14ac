import type { Order } from '../durable/order.js';

/** The publishing side of a contender. */
export interface ClusterPublisher {
  /**
   * Publishes several orders on one channel; resolves when all are accepted.
   *
   * @param topic Which of `topics`.
   */
  publish(topic: number, orders: readonly Order[]): Promise<unknown>;
  close(): Promise<unknown>;
}

/** The receiving side of a contender, of all channels. */
export interface ClusterSubscriber {
  /** Ends it; what was handled is acknowledged by then. */
  close(): Promise<unknown>;
}

/** A library that carries orders through a Cluster. */
export interface ClusterContender {
  readonly name: string;
  /** Its packages, for the versions. */
  readonly packages: readonly string[];
  /** How it was set up, and what it does less than others. */
  readonly note: string;
  /** Whether orders are kept, and acknowledged. */
  readonly durable: boolean;
  /** How many orders a round sends. */
  readonly orders: number;
  openPublisher(urls: readonly string[]): Promise<ClusterPublisher>;
  /** @param handled Called with how many orders were handled. */
  openSubscriber(urls: readonly string[], handled: (count: number) => void): Promise<ClusterSubscriber>;
}
