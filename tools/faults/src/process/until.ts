import { setTimeout as wait } from 'node:timers/promises';

/** How long, and how often, to look. */
export interface UntilOptions {
  readonly withinMs: number;
  /** Default 15. */
  readonly everyMs?: number;
}

/** Looks until something is so. Gives whether it was so in time. */
export async function comesTrue(
  look: () => boolean | Promise<boolean>,
  { withinMs, everyMs = 15 }: UntilOptions,
): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (!(await look())) {
    if (performance.now() > deadline) return false;
    await wait(everyMs);
  }
  return true;
}

/** Looks until something is so. @throws if that takes too long: what was waited for did not happen, so nothing was measured */
export async function until(
  what: string,
  look: () => boolean | Promise<boolean>,
  options: UntilOptions = { withinMs: 60_000 },
): Promise<void> {
  if (!(await comesTrue(look, options))) throw new Error(`waited for ${options.withinMs} ms, in vain: ${what}`);
}
