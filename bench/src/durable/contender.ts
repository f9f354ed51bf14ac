import type { Checks } from '../checks.js';
import type { Order } from './order.js';

/** The publishing side of a contender. */
export interface DurablePublisher {
  /** Publishes many; resolves when all are accepted. */
  publish(orders: readonly Order[]): Promise<unknown>;
  close(): Promise<unknown>;
}

/** The receiving side of a contender. */
export interface DurableWorker {
  /** Ends it; what was handled is acknowledged by then. */
  close(): Promise<unknown>;
}

/** A library that delivers at least once through Redis, set up as its documentation recommends for speed. */
export interface DurableContender {
  readonly name: string;
  /** Its packages, for the versions. */
  readonly packages: readonly string[];
  /** What of an event is checked. */
  readonly checks: Checks;
  /** How it was set up, and what it does less than others. */
  readonly note: string;
  /** How many orders a round sends. */
  readonly orders: number;
  openPublisher(url: string): Promise<DurablePublisher>;
  /** @param handled Called with the number of every order that was handled. */
  openWorker(url: string, handled: (number: number) => void): Promise<DurableWorker>;
}
