import type { Clock } from '../clock.js';

/** What a fair share watches over. */
export interface SharedWork<J> {
  /** Jobs that wait and could be given to other members, in the order in which they would begin. */
  loose(): readonly J[];
  /** Gives jobs to whoever has time for them. */
  giveAway(jobs: readonly J[]): void;
}

/** How long a job may wait for its turn before others may have it, in milliseconds. */
const patienceMs = 1_000;

/**
 * Keeps a slow member of a group from holding what others could do. Whoever takes an entry takes all of its events: if not all that
 * waits is likely to begin within a second, it is given away, and less is taken from then on.
 */
export class FairShare<J> {
  readonly #clock: Clock;
  readonly #most: number;
  readonly #least: number;
  readonly #work: SharedWork<J>;
  #limit: number;
  #ended = 0;
  #timer: unknown;

  /** @param bounds The least and the most events that a member may hold. */
  constructor(clock: Clock, bounds: { readonly least: number; readonly most: number }, work: SharedWork<J>) {
    this.#clock = clock;
    this.#least = bounds.least;
    this.#most = bounds.most;
    this.#limit = bounds.most;
    this.#work = work;
  }

  /** How many events this member should hold at most. */
  get limit(): number {
    return this.#limit;
  }

  /** So many events are over, and so many jobs wait for a slot. */
  ended(events: number, waiting: number): void {
    this.#ended += events;
    if (waiting === 0) this.#limit = Math.min(this.#most, this.#limit * 2);
  }

  /** Jobs wait for a slot. */
  waits(): void {
    this.#timer ??= this.#clock.setTimeout(() => this.#look(), patienceMs);
  }

  close(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    this.#timer = undefined;
    const pace = this.#ended;
    this.#ended = 0;
    const waiting = this.#work.loose();
    if (waiting.length > 0) this.waits();
    if (waiting.length <= pace) return;
    this.#limit = Math.min(this.#most, Math.max(this.#least, pace));
    // All of it: what was kept would come behind what was given away, if that had to be given away too.
    this.#work.giveAway(waiting);
  }
}
