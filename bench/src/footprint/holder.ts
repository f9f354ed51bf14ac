import type { Note } from '../events/note.js';

/** What a holder holds now: kept until it is counted. */
export interface Held {
  /** How many really are there. */
  count(): number | Promise<number>;
}

/** Something to be counted: first all that does not count is made, then, when called, what does. */
export type Prepared = () => Promise<Held> | Held;

/** Something that holds subscriptions and events, of which the bytes are counted. */
export interface Holder {
  readonly name: string;
  /** Its packages, for the versions. */
  readonly packages: readonly string[];
  /** What it holds, and what less than others. */
  readonly note: string;
  /** So many subscriptions to one channel. */
  toOne?(count: number): Prepared;
  /** One subscription to each of so many channels. */
  toMany?(count: number): Prepared;
  /** So many events that wait. */
  buffered?(noteOf: (number: number) => Note, count: number): Prepared;
  /** So many definitions of channels. */
  channels?(count: number): Prepared;
}

/** What can be counted, and how many of it are. */
export const measures = { toOne: 10_000, toMany: 10_000, buffered: 50_000, channels: 10_000 } as const;

/** One of them. */
export type Measure = keyof typeof measures;
