/** The same numbers, the lowest first. */
export function sorted(list: readonly number[]): number[] {
  return [...list].sort((a, b) => a - b);
}
