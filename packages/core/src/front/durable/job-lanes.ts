import type { Clock } from '../clock.js';
import { Fifo } from '../fifo.js';

/** A lane: jobs that are done one after the other. */
class Lane<J> {
  /** Undefined if it is there for what has to be done again and has no key. */
  readonly key: string | undefined;
  readonly jobs = new Fifo<J>();
  /** Jobs that have to be done again, before the others. */
  redo: J[] = [];
  state: 'idle' | 'ready' | 'busy' | 'delayed' = 'idle';
  timer: unknown;

  constructor(key: string | undefined) {
    this.key = key;
  }
}

/** Jobs that were taken from one lane, which waits for them; or some that have none. */
export interface TakenJobs<J> {
  readonly lane: unknown;
  readonly jobs: readonly J[];
}

/** A job that has to be done again. */
export interface Again<J> {
  readonly job: J;
  readonly afterMs: number;
}

/**
 * What a subscription has to do: jobs of the same key one after the other, also over retries and their delays, which hold up no
 * other key; jobs without a key in any order, the oldest first.
 */
export class JobLanes<J extends object> {
  readonly #clock: Clock;
  readonly #onReady: () => void;
  readonly #lanes = new Map<string, Lane<J>>();
  readonly #delayed = new Set<Lane<J>>();
  /** What can be taken, the oldest first: lanes, and jobs without a key. */
  readonly #ready = new Fifo<Lane<J> | J>();
  #waiting = 0;

  /** @param onReady Called when a delay is over. */
  constructor(clock: Clock, onReady: () => void) {
    this.#clock = clock;
    this.#onReady = onReady;
  }

  /** How many jobs wait, those that are delayed included. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Whether a job can be taken now. */
  get hasReady(): boolean {
    return this.#ready.size > 0;
  }

  add(job: J, key: string | undefined): void {
    this.#waiting += 1;
    if (key === undefined) {
      this.#ready.push(job);
      return;
    }
    const lane = this.#laneOf(key);
    lane.jobs.push(job);
    if (lane.state === 'idle') this.#makeReady(lane);
  }

  /** Takes jobs of the lanes that are ready, so many at most; each lane then waits for `over`. */
  take(most: number): readonly TakenJobs<J>[] {
    const taken: TakenJobs<J>[] = [];
    let loose: J[] | undefined;
    let left = most;
    while (left > 0) {
      const next = this.#ready.shift();
      if (next === undefined) break;
      if (!(next instanceof Lane)) {
        if (loose === undefined) {
          loose = [];
          taken.push({ lane: undefined, jobs: loose });
        }
        loose.push(next);
        left -= 1;
        continue;
      }
      const jobs = next.redo.splice(0, left);
      for (let job = jobs.length < left ? next.jobs.shift() : undefined; job !== undefined; ) {
        jobs.push(job);
        job = jobs.length < left ? next.jobs.shift() : undefined;
      }
      next.state = 'busy';
      left -= jobs.length;
      taken.push({ lane: next, jobs });
    }
    this.#waiting -= most - left;
    return taken;
  }

  /** What was taken is over; some of it has to be done again. */
  over({ lane }: TakenJobs<J>, again: readonly Again<J>[]): void {
    if (lane instanceof Lane) this.#goOn(lane as Lane<J>, again);
    else for (const each of again) this.#goOn(new Lane<J>(undefined), [each]);
  }

  /** The jobs without a key that could be taken now, in the order in which they would be; those to be done again are not among them. */
  loose(): readonly J[] {
    return this.#allReady().filter((each) => !(each instanceof Lane)) as readonly J[];
  }

  /** Forgets jobs. What was taken is not concerned. */
  remove(test: (job: J) => boolean): void {
    const ready = this.#allReady().filter((each) => each instanceof Lane);
    for (const lane of new Set([...this.#lanes.values(), ...this.#delayed, ...ready])) {
      const before = lane.redo.length + lane.jobs.size;
      lane.redo = lane.redo.filter((job) => !test(job));
      lane.jobs.keep((job) => !test(job));
      this.#waiting -= before - lane.redo.length - lane.jobs.size;
      if (lane.redo.length + lane.jobs.size > 0 || lane.state === 'busy') continue;
      this.#clock.clearTimeout(lane.timer);
      this.#delayed.delete(lane);
      lane.state = 'idle';
      if (lane.key !== undefined) this.#lanes.delete(lane.key);
    }
    this.#ready.keep((each) => {
      if (each instanceof Lane) return each.state === 'ready';
      const keeps = !test(each);
      if (!keeps) this.#waiting -= 1;
      return keeps;
    });
  }

  #goOn(lane: Lane<J>, again: readonly Again<J>[]): void {
    lane.redo = [...again.map(({ job }) => job), ...lane.redo];
    this.#waiting += again.length;
    const delayMs = Math.max(0, ...again.map(({ afterMs }) => afterMs));
    if (delayMs > 0) this.#delay(lane, delayMs);
    else this.#makeReady(lane);
  }

  #allReady(): readonly (Lane<J> | J)[] {
    const all: (Lane<J> | J)[] = [];
    this.#ready.keep((each) => all.push(each) > 0);
    return all;
  }

  #laneOf(key: string): Lane<J> {
    const known = this.#lanes.get(key);
    if (known !== undefined) return known;
    const lane = new Lane<J>(key);
    this.#lanes.set(key, lane);
    return lane;
  }

  #makeReady(lane: Lane<J>): void {
    if (lane.redo.length + lane.jobs.size > 0) {
      lane.state = 'ready';
      this.#ready.push(lane);
      return;
    }
    lane.state = 'idle';
    if (lane.key !== undefined) this.#lanes.delete(lane.key);
  }

  #delay(lane: Lane<J>, delayMs: number): void {
    lane.state = 'delayed';
    this.#delayed.add(lane);
    lane.timer = this.#clock.setTimeout(() => {
      this.#delayed.delete(lane);
      this.#makeReady(lane);
      this.#onReady();
    }, delayMs);
  }
}
