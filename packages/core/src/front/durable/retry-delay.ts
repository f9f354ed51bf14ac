import type { RetryOptions } from '../../bus/durable-options.js';

/** The delay before the next attempt, in milliseconds: doubled with each, up to a bound, with jitter of a half. */
export function retryDelayMs(
  failed: number,
  { minDelayMs, maxDelayMs }: Required<RetryOptions>,
  random: number = Math.random(),
): number {
  const full = Math.min(maxDelayMs, minDelayMs * 2 ** Math.min(failed - 1, 50));
  return Math.ceil(full * (0.5 + random / 2));
}
