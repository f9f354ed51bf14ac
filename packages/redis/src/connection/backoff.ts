const firstMs = 1;
const baseMs = 25;

/**
 * The longest a bus that lost its server waits between two attempts. Publishers hold back longer than this after a
 * reconnect, so that whoever subscribes is back first.
 */
export const longestBackoffMs = 500;

/**
 * How long to wait before an attempt to connect: the first at once, then exponentially longer, with jitter.
 *
 * @param attempt From 1.
 * @param random In [0, 1).
 */
export function backoffMs(attempt: number, random: number = Math.random()): number {
  if (attempt <= 1) return firstMs;
  const ceiling = Math.min(longestBackoffMs, baseMs * 2 ** (attempt - 1));
  return Math.round(ceiling * (0.5 + random / 2));
}
