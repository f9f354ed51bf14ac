/** A measurement in several rounds. */
export interface Sample {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly rounds: number;
  /** What each round gave, in turn. */
  readonly values: readonly number[];
}

/** What values of several rounds come to. */
export function sampleOf(values: readonly number[]): Sample {
  const sorted = values.toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('nothing was measured');
  const middle = (sorted.length - 1) / 2;
  const below = sorted[Math.floor(middle)] ?? first;
  const above = sorted[Math.ceil(middle)] ?? last;
  return { median: (below + above) / 2, min: first, max: last, rounds: sorted.length, values };
}
