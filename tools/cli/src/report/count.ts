/** A number of things, such as `1 channel` and `2 channels`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
