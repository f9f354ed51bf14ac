import type { EventBus } from '../../bus/event-bus.js';
import type { BusOptions } from '../../front/bus-options.js';
import type { Frame } from '../../transport/broadcast-transport.js';

/** The two functions of a test runner that the suite needs: vitest's, jest's, mocha's and node:test's fit. */
export interface TestRunner {
  /** Groups tests. */
  describe(name: string, body: () => void): void;
  /** Adds a test. */
  test(name: string, body: () => Promise<void>): void;
}

/** What the suite has to know of a bus to put it to the test. */
export interface BusFeatures {
  /** Which bus this is, in the names of the tests. */
  readonly name: string;
  /** What runs the tests. */
  readonly runner: TestRunner;
  /** Sends a frame that no bus would, to every bus of a world that has the channel open. */
  sendRaw(world: string, channel: string, frame: Frame): Promise<void> | void;
  /**
   * Cuts all connections of all buses of a world, once, and lets them come back. Left out by buses that have none: the cases
   * about that are then not theirs.
   */
  cutConnections?(world: string): Promise<void> | void;
  /** Cases that this bus can't pass, by name, each with its reason; listed as tests of their own, for all to see. */
  readonly knownFailures?: Readonly<Record<string, string>>;
}

/**
 * Makes a bus. Buses of the same world receive what one of them publishes; those of different worlds know nothing of
 * each other. The suite closes every bus it had made.
 */
export type CreateBus = (world: string, options: BusOptions) => EventBus;
