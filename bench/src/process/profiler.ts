import { type Profiler, Session } from 'node:inspector/promises';

/** Where time was spent: a function, and the file that it is in. */
export interface Place {
  /** Empty for what has no name; in parentheses for what is no function, such as `(garbage collector)`. */
  readonly name: string;
  /** Empty for what is in no file: native code, and functions that were compiled from a text. */
  readonly url: string;
  /** From 0; negative where there is none. */
  readonly line: number;
}

/** So often is looked at what the process is doing, in microseconds. */
const everyUs = 250;

/**
 * Profiles this process from now on.
 *
 * @returns What ends it, and resolves with the time that was spent in each place itself, in microseconds.
 */
export async function profile(): Promise<() => Promise<readonly (readonly [Place, number])[]>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: everyUs });
  await session.post('Profiler.start');
  return async () => {
    const { profile: found } = await session.post('Profiler.stop');
    session.disconnect();
    return spentIn(found);
  };
}

function spentIn({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): readonly (readonly [Place, number])[] {
  const spent = new Map<number, number>();
  for (const [at, id] of samples.entries()) spent.set(id, (spent.get(id) ?? 0) + (timeDeltas[at] ?? 0));
  return nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
    { name: functionName, url, line: lineNumber },
    spent.get(id) ?? 0,
  ]);
}
