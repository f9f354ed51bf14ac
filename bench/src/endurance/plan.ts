/** How long something is measured, and when. The first sample is what the next is compared with. */
export interface Plan {
  readonly seconds: number;
  /** When the first sample is due, in milliseconds from the beginning. */
  readonly warmUpMs: number;
  readonly everyMs: number;
  readonly samples: number;
}

/** A sample every ten seconds after twenty; in a shorter time, some twenty of them after a tenth of it. @throws RangeError */
export function planOf(seconds: number): Plan {
  const ms = seconds * 1_000;
  const warmUpMs = Math.min(20_000, ms / 10);
  // To collect garbage costs, so not more often.
  const everyMs = Math.min(10_000, Math.max(2_000, (ms - warmUpMs) / 21.5));
  const samples = Math.floor((ms - warmUpMs) / everyMs);
  if (samples < 3) throw new RangeError(`${seconds} seconds are too few: it takes 7`);
  return { seconds, warmUpMs, everyMs, samples };
}
