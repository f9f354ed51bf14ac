/** What so many of a hundred stay below; NaN if there is nothing. */
export function percentile(numbers: readonly number[], hundredths: number): number {
  const ascending = numbers.toSorted((a, b) => a - b);
  return ascending[Math.min(ascending.length - 1, Math.floor((ascending.length * hundredths) / 100))] ?? Number.NaN;
}
