/** How many events wait in an iterator that does not tell: takes as many as there should be. */
export async function drained(waiting: AsyncIterator<unknown>, expected: number): Promise<number> {
  let count = 0;
  while (count < expected && (await waiting.next()).done !== true) count += 1;
  return count;
}
