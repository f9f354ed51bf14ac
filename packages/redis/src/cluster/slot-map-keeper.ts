import { Pace } from './pace.js';
import type { SlotMap } from './slot-map.js';

/** What a keeper needs and tells. */
export interface SlotMapKeeperTasks {
  /** Asks some node for the map. */
  ask(dropped: AbortSignal): Promise<SlotMap>;
  /** Here it is. Whoever was told to wait for this round, or an earlier one, may go on. */
  renewed(map: SlotMap, round: number): void;
  /** Nobody answered. It is tried again soon. */
  failed(reason: unknown): void;
}

const calmMs = 10_000;
const restlessMs = 400;

/** Asks for the slot map again: when told to, now and then, and more often while something is away. One round at a time. */
export class SlotMapKeeper {
  readonly #tasks: SlotMapKeeperTasks;
  readonly #pace = new Pace(performance.now());
  readonly #closed = new AbortController();
  #round = 0;
  #asking = false;
  /** Somebody wants another round. */
  #wanted = false;
  #failing = false;
  #calm = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tasks: SlotMapKeeperTasks) {
    this.#tasks = tasks;
  }

  start(): void {
    this.#wait();
  }

  /** Asks for a new map; returns the number of the round that brings one, asked for from now on. */
  refresh(): number {
    if (!this.#wanted && !this.#closed.signal.aborted) {
      this.#wanted = true;
      if (!this.#asking) this.#startIn(this.#pace.waitMs(performance.now()));
    }
    return this.#round + 1;
  }

  /** While something is away, the map may change at any time. */
  set calm(calm: boolean) {
    if (calm === this.#calm) return;
    this.#calm = calm;
    if (!this.#asking && !this.#wanted && !this.#closed.signal.aborted) this.#wait();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#closed.abort();
  }

  #wait(): void {
    const everyMs = this.#calm && !this.#failing ? calmMs : restlessMs;
    // So that the buses of a fleet don't ask all at once.
    this.#startIn(everyMs * (0.75 + Math.random() / 4));
  }

  #startIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), ms);
  }

  async #ask(): Promise<void> {
    const { signal } = this.#closed;
    if (signal.aborted) return;
    this.#asking = true;
    this.#wanted = false;
    this.#round += 1;
    const round = this.#round;
    let outcome: () => void;
    try {
      const map = await this.#tasks.ask(signal);
      outcome = () => this.#tasks.renewed(map, round);
      this.#failing = false;
    } catch (reason) {
      outcome = () => this.#tasks.failed(reason);
      this.#failing = true;
    }
    if (signal.aborted) return;
    this.#asking = false;
    if (this.#wanted) this.#startIn(this.#pace.waitMs(performance.now()));
    else this.#wait();
    outcome();
  }
}
