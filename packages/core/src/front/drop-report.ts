import type { BusCore } from './bus-core.js';
import { afterIo } from './turns.js';

/** Collects what a full queue drops, and reports it by channel, once for each turn of the event loop. */
export class DropReport {
  readonly #core: BusCore;
  #counts = new Map<string, number>();
  #total = 0;

  constructor(core: BusCore) {
    this.#core = core;
  }

  /** How many have been dropped so far. */
  get total(): number {
    return this.#total;
  }

  /** One more was dropped. */
  add(channel: string): void {
    this.#total += 1;
    this.#core.totals.dropped += 1;
    if (this.#counts.size === 0) afterIo(() => this.#report());
    this.#counts.set(channel, (this.#counts.get(channel) ?? 0) + 1);
  }

  #report(): void {
    // A listener may have more dropped: that is the next report's.
    const counts = this.#counts;
    this.#counts = new Map();
    for (const [channel, count] of counts) {
      this.#core.listeners.emit('gap', { reason: 'overflow', channel, count });
      this.#core.listeners.emit('dropped', { channel, count });
    }
  }
}
