import type { BroadcastContender } from './contender.js';
import { contenders } from './contenders/all.js';
import { findRedisBenchmark, redisBenchmark, runRedisBenchmark } from './redis-benchmark.js';
import { runTask } from './run-task.js';
import type { Setting } from './settings.js';

/** Whoever is measured. */
export interface Entrant
  extends Pick<BroadcastContender, 'name' | 'kind' | 'packages' | 'checks' | 'note' | 'takesPart'> {
  /** Whether the processor time of its processes is not known. */
  readonly untimed: boolean;
  readonly measure: (setting: Setting) => Promise<Readonly<Record<string, number>>>;
}

/** Everybody that there is on this machine, and in words who is not. */
export async function entrantsOf(): Promise<{
  readonly entrants: readonly Entrant[];
  readonly missing: readonly string[];
}> {
  const entrants = contenders.map(
    (contender): Entrant => ({
      ...contender,
      untimed: false,
      measure: ({ task }) => runTask({ ...task, contender: contender.name }),
    }),
  );
  const program = await findRedisBenchmark();
  if (program === undefined) return { entrants, missing: ['redis-benchmark was not found beside the server.'] };
  const limit: Entrant = {
    ...redisBenchmark,
    packages: [],
    untimed: true,
    measure: ({ task }) => runRedisBenchmark(program, task),
  };
  return { entrants: [...entrants, limit], missing: [] };
}
