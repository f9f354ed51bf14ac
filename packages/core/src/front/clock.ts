/** Where a bus gets its time from. Replaced in tests. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once, after a delay in milliseconds. Keeps the process alive only if told to. */
  setTimeout(callback: () => void, delayMs: number, keepAlive?: boolean): unknown;
  /** Takes a callback back. */
  clearTimeout(handle: unknown): void;
}

/** Longer delays overflow the timers of every runtime, which then fire at once. */
const longestDelayMs = 2_147_483_647;

/** The runtime's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, delayMs, keepAlive = false) => {
    const handle: unknown = setTimeout(callback, Math.min(delayMs, longestDelayMs));
    // In Node a timer holds the process open unless it is told not to; elsewhere it is a number.
    if (
      !keepAlive &&
      typeof handle === 'object' &&
      handle !== null &&
      'unref' in handle &&
      typeof handle.unref === 'function'
    ) {
      handle.unref();
    }
    return handle;
  },
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
};
