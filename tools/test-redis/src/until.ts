import { setTimeout as wait } from 'node:timers/promises';

/**
 * Tries until it gives something other than undefined, and returns that. Throwing counts as not yet.
 *
 * @param what names what is waited for, in the error
 * @throws after half a minute, with what was thrown last as the cause
 */
export async function until<T>(what: string, attempt: () => Promise<T | undefined>, everyMs = 20): Promise<T> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    let cause: unknown;
    try {
      const result = await attempt();
      if (result !== undefined) return result;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > deadline) throw new Error(`waited for half a minute, in vain: ${what}`, { cause });
    await wait(everyMs);
  }
}
