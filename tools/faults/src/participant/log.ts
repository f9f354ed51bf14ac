import { inspect } from 'node:util';

const mostOfAKind = 25;
const printed = new Map<string, number>();

/** Prints what a program would log, with all that hangs on it, so that what must not be in it is found. Not endlessly. */
export function log(what: string, about: unknown): void {
  const times = (printed.get(what) ?? 0) + 1;
  printed.set(what, times);
  if (times > mostOfAKind) return;
  process.stderr.write(
    `${what}: ${inspect(about, { depth: 12, showHidden: true, maxStringLength: 500, maxArrayLength: 20 })}\n`,
  );
}
