/** This process does nothing for so long, like one that was stopped. */
export function standStill(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}
