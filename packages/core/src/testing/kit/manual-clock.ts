import type { Clock } from '../../front/clock.js';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/**
 * A clock that stands still until it is moved. Given to a bus, it decides when handlers time out and publishes give up.
 *
 * @example
 * ```ts
 * const clock = new ManualClock();
 * const bus = new TestBus({ clock });
 * await bus.subscribe(orderPlaced, () => new Promise(() => {}), { handlerTimeoutMs: 60_000 });
 * await bus.publish(orderPlaced, data);
 * await clock.advance(60_000); // the handler has timed out
 * ```
 */
export class ManualClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();

  /** @param startMs What time it is, in milliseconds since 1970. Default: the start of 2026, UTC. */
  constructor(startMs: number = Date.UTC(2026, 0, 1)) {
    this.#now = startMs;
  }

  now(): number {
    return this.#now;
  }

  setTimeout(callback: () => void, delayMs: number): unknown {
    const timer: Timer = { at: this.#now + delayMs, callback };
    this.#timers.add(timer);
    return timer;
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as Timer);
  }

  /** Lets time pass: runs what falls due, in order, and lets everything react to it. */
  async advance(byMs: number): Promise<void> {
    const until = this.#now + byMs;
    await settled();
    for (let next = this.#nextUntil(until); next !== undefined; next = this.#nextUntil(until)) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
      await settled();
    }
    this.#now = until;
  }

  #nextUntil(until: number): Timer | undefined {
    return [...this.#timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }
}

/** Two turns of the event loop: what was put off to the next one has run. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}
