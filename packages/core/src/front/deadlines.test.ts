import { expect, test } from 'vitest';
import type { Clock } from './clock.js';
import { Deadlines, type Expiring } from './deadlines.js';

/** A clock that can be set back, as that of a machine can; its timers go by the time that passes. */
class SettableClock implements Clock {
  at = 100_000;
  timer: { readonly callback: () => void; readonly delayMs: number } | undefined;

  now(): number {
    return this.at;
  }

  setTimeout(callback: () => void, delayMs: number): unknown {
    this.timer = { callback, delayMs };
    return this.timer;
  }

  clearTimeout(): void {
    this.timer = undefined;
  }

  /** Lets the time pass that its timer waits for. */
  fire(): void {
    const { timer } = this;
    this.timer = undefined;
    this.at += timer?.delayMs ?? 0;
    timer?.callback();
  }
}

class Waiting implements Expiring {
  settled = false;
  expire(): void {
    this.settled = true;
  }
}

test('a clock that is set back makes nothing wait for ever, nor much longer', () => {
  const clock = new SettableClock();
  const deadlines = new Deadlines(clock, 1_000);
  const [before, after] = [new Waiting(), new Waiting()];
  deadlines.add(before);
  clock.at -= 50_000;
  deadlines.add(after);
  let waitedMs = 0;
  while (clock.timer !== undefined) {
    waitedMs += clock.timer.delayMs;
    clock.fire();
  }
  expect([before.settled, after.settled]).toEqual([true, true]);
  expect(waitedMs).toBeLessThanOrEqual(2_000);
});

test('what is over behind something that is not is let go', () => {
  const clock: Clock = { now: () => 0, setTimeout: () => 1, clearTimeout: () => {} };
  const deadlines = new Deadlines(clock, 1_000);
  let looked = 0;
  deadlines.add({ settled: false, expire: () => {} });
  for (let n = 0; n < 10_000; n += 1) {
    const what = {
      get settled(): boolean {
        looked += 1;
        return true;
      },
      expire: () => {},
    };
    deadlines.add(what);
  }
  // Each is looked at once or so: held, they would be looked at again and again, or never.
  expect(looked).toBeGreaterThan(9_900);
  expect(looked).toBeLessThan(30_000);
});

test('each deadline is looked at once when it falls due, however many wait behind it', () => {
  const clock = new SettableClock();
  const deadlines = new Deadlines(clock, 10_000);
  let looked = 0;
  let expired = 0;
  const count = 5_000;
  for (let n = 0; n < count; n += 1) {
    clock.at += 1;
    deadlines.add({
      get settled(): boolean {
        looked += 1;
        return false;
      },
      expire: () => {
        expired += 1;
      },
    });
  }
  const lookedWhileAdding = looked;
  clock.at += 5_000;
  while (clock.timer !== undefined) {
    // What is left to wait, from now.
    const { callback } = clock.timer;
    clock.timer = undefined;
    clock.at += 1;
    callback();
  }
  expect(expired).toBe(count);
  expect(looked - lookedWhileAdding).toBeLessThan(5 * count);
});
