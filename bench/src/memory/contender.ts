import type { Checks } from '../checks.js';
import type { Note } from '../events/note.js';

/** Publishes a burst of notes; what it returns settles when they are accepted, or for some when they are handled. */
export type PublishBurst = (notes: readonly Note[]) => unknown;

/** A way to get an event from a publisher to handlers in one process, set up as its documentation recommends for speed. */
export interface MemoryContender {
  readonly name: string;
  /** Its packages, for the versions. */
  readonly packages: readonly string[];
  /** What of an event is checked. */
  readonly checks: Checks;
  /** How it was set up, and what it does less than others. */
  readonly note: string;
  /** How many events a round sends to one handler. */
  readonly events: number;
  /** @param handled To be called by each of so many handlers, with each note that arrives. */
  open(handlers: number, handled: (note: Note) => void): PublishBurst | Promise<PublishBurst>;
}
