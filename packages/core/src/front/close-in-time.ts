import type { Clock } from './clock.js';

/** A closing that may take only so long. */
export interface TimedClosing {
  /** Resolves when the promise has settled, or when the time is up. Never rejects. */
  wait(promise: Promise<unknown>): Promise<void>;
  /** How many milliseconds are left. */
  leftMs(): number;
  /** Over: the timer is taken back. */
  stop(): void;
}

/** Starts the time that closing may take. The process stays alive for it. */
export function closeInTime(clock: Clock, timeoutMs: number): TimedClosing {
  const endsAt = clock.now() + timeoutMs;
  let timeUp: () => void = () => {};
  const up = new Promise<void>((resolve) => {
    timeUp = resolve;
  });
  const timer = clock.setTimeout(timeUp, timeoutMs, true);
  return {
    wait: (promise) =>
      Promise.race([
        promise.then(
          () => {},
          () => {},
        ),
        up,
      ]),
    leftMs: () => Math.max(0, endsAt - clock.now()),
    stop: () => clock.clearTimeout(timer),
  };
}
