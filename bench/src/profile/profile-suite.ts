import { versionsWithRedis } from '../broadcast/broadcast-suite.js';
import { contenderOf } from '../broadcast/contenders/all.js';
import { runTask } from '../broadcast/run-task.js';
import { settingOf } from '../broadcast/settings.js';
import { steps } from '../broadcast/steps.js';
import { type Shape, shapeName } from '../broadcast/task.js';
import { inRounds, type Samples } from '../rounds.js';
import type { Suite, SuiteReport, SuiteRun, Table } from '../suite.js';

/** Where the time of a broadcast event goes, by profiles of the processes that publish and receive it. */
export const profileSuite: Suite = {
  about: 'where the time of a broadcast event goes, step by step, by profiles of both processes',
  run,
};

const shapes: readonly { readonly shape: Shape; readonly contender: string }[] = [
  { shape: { kind: 'burst', size: 1 }, contender: 'tidings' },
  { shape: { kind: 'burst', size: 512 }, contender: 'tidings, publishMany' },
  { shape: { kind: 'callers', count: 1_000 }, contender: 'tidings' },
];

async function run({ rounds, progress }: SuiteRun): Promise<SuiteReport> {
  const measures = shapes.map(({ shape, contender }) => {
    const name = shapeName(shape);
    const measure = () => {
      progress(name);
      return runTask({ ...settingOf(shape).task, contender, profiled: true, warmMs: 2_000, measureMs: 3_000 });
    };
    return [name, measure] as const;
  });
  const samples = await inRounds(rounds, Object.fromEntries(measures));
  const contenders = [...new Set(shapes.map(({ contender }) => contender))].map(contenderOf);
  return {
    ratios: [],
    tables: shapes.map(({ shape, contender }) => tableOf(shapeName(shape), contender, samples)),
    versions: await versionsWithRedis(contenders),
    notes: [
      'Publisher and subscriber are looked at every 250 µs while they are measured as in broadcast; an event costs some more then. What a step takes is the time of its own functions; JSON.stringify and JSON.parse belong to whoever calls them. Waiting is left out.',
      'write and read: Redis commands, ioredis, Node’s sockets, and what the kernel does for them.',
      ...contenders.map(({ note }) => note),
    ],
  };
}

function tableOf(title: string, contender: string, samples: Samples): Table {
  const of = (side: string, step: string) => samples(title, `${side}: ${step}`);
  return {
    title: `${title}: ${contender}`,
    unit: 'µs an event',
    columns: ['publisher', 'subscriber'],
    rows: steps.map((step) => [step, of('publisher', step), of('subscriber', step)]),
    chart: { column: ['publisher', 'subscriber'] },
  };
}
