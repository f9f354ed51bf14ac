/** How long, and how often, to try. */
export interface EventuallyOptions {
  /** When to give up, in milliseconds. Default 5,000. */
  readonly timeoutMs?: number;
  /** How long to wait between two tries, in milliseconds. Default 5. */
  readonly everyMs?: number;
}

/**
 * Tries until it no longer throws, and returns what it gave. After the deadline it throws what was thrown last.
 *
 * @example
 * ```ts
 * await eventually(() => assert.equal(received.length, 3));
 * ```
 */
export async function eventually<T>(attempt: () => T | Promise<T>, options: EventuallyOptions = {}): Promise<T> {
  const { timeoutMs = 5_000, everyMs = 5 } = options;
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() >= deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
