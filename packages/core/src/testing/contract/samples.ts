import type { Sample } from './sample-channel.js';

/** The numbers from the first to the last. */
export function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The same as samples. */
export function samples(first: number, last: number): Sample[] {
  return numbers(first, last).map((n) => ({ n }));
}
