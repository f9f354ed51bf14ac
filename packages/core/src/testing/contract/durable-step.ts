/** How the handler of a member behaves; which events it is concerned by depends on their numbers and attempts. */
export type DurableManner =
  | 'quick'
  | 'slow'
  | 'throws'
  | 'rejects'
  | 'hangs'
  | 'retries'
  | 'buries'
  | 'publishes'
  | 'leaves';

/** How a reader by cursor reads. */
export type ReadingManner = 'handler' | 'unsteady handler' | 'stream';

/** The version of its channels that a publisher writes, or a reader can read. */
export type LawVersion = 1 | 2;

/**
 * One step of a plan for durable channels. Buses, channels, keys, groups, members and readers are numbered; numbers that are too
 * high start over.
 */
export type DurableStep =
  | {
      readonly do: 'publish';
      readonly bus: number;
      readonly channel: number;
      readonly version: LawVersion;
      readonly key: number;
      readonly count: number;
      /** Whether each of them has another key. */
      readonly mixed: boolean;
      /** An id that is chosen: then it is one event, however often it is published by this bus. */
      readonly chosen: number | undefined;
    }
  | {
      readonly do: 'join';
      readonly bus: number;
      readonly channels: readonly number[];
      readonly group: number;
      readonly manner: DurableManner;
      readonly version: LawVersion;
      readonly concurrency: number;
      /** How many events a call gets at most; undefined for a handler of single events. */
      readonly batch: number | undefined;
      readonly maxQueued: number;
      /** Before the first of the retries. */
      readonly retryMs: number;
    }
  | {
      readonly do: 'read';
      readonly bus: number;
      readonly channel: number;
      readonly version: LawVersion;
      readonly manner: ReadingManner;
      readonly from: 'start' | 'new';
    }
  /** Stops a reader, and has it go on from its cursor, elsewhere and otherwise. */
  | { readonly do: 'resume'; readonly reader: number; readonly bus: number; readonly manner: ReadingManner }
  | { readonly do: 'leave'; readonly member: number; readonly by: 'close' | 'signal' }
  | {
      readonly do: 'unsubscribe';
      readonly bus: number;
      readonly channel: number;
      /** Whose handler; undefined for all. */
      readonly member: number | undefined;
    }
  | { readonly do: 'close'; readonly bus: number; readonly drain: boolean }
  | { readonly do: 'crash'; readonly bus: number }
  | { readonly do: 'redrive'; readonly bus: number; readonly channel: number; readonly group: number }
  | { readonly do: 'wait'; readonly for: 'microtask' | 'turn' | 'quiet' };
