import type { EventBus } from '../../bus/event-bus.js';
import type { BusOptions } from '../../front/bus-options.js';
import type { Frame } from '../../transport/broadcast-transport.js';
import type { RawEntry } from './raw-entry.js';

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
   * Puts an entry that no bus would write into a world's log of a durable channel, in partition 0, such that whoever reads that
   * finds it: what `LogTransport.append` does with these events. Left out by buses without a log: the cases about durable
   * channels are then not theirs.
   */
  appendRaw?(world: string, entry: RawEntry): Promise<void> | void;
  /**
   * Ends a bus that the suite had made as if its process had been killed: it acknowledges nothing more and gives nothing back, and
   * nothing that it does any more counts. Others must take over within some seconds. Left out by buses that share the process's
   * fate: the cases about crashes are then not theirs.
   */
  crash?(bus: EventBus): Promise<void> | void;
  /**
   * Cuts all connections of all buses of a world, once, and lets them come back. Resolves when each bus has heard of the end of
   * each of its own. Left out by buses that have none: the cases about that are then not theirs.
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
