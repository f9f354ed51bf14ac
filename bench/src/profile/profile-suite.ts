import { versionsWithRedis } from '../broadcast/broadcast-suite.js';
import { contenderOf } from '../broadcast/contenders/all.js';
import { runTask } from '../broadcast/run-task.js';
import { settingOf } from '../broadcast/settings.js';
import { type Shape, shapeName } from '../broadcast/task.js';
import { contenderOf as durableContenderOf } from '../durable/contenders/all.js';
import { runContender as runDurable } from '../durable/run-contender.js';
import { contenderOf as memoryContenderOf } from '../memory/contenders/all.js';
import { runContender as runMemory } from '../memory/run-contender.js';
import { inRounds, type Samples } from '../rounds.js';
import type { Suite, SuiteReport, SuiteRun, Table } from '../suite.js';
import { stepFigure } from './spent-time.js';
import { steps } from './steps.js';

/** Where the time of an event goes, by profiles of the processes that publish and receive it. */
export const profileSuite: Suite = {
  about: 'where the time of an event goes, step by step, by profiles of the processes that publish and receive it',
  run,
};

/** Something that is profiled. */
interface Profiled {
  readonly title: string;
  readonly contender: { readonly name: string; readonly packages: readonly string[]; readonly note: string };
  readonly sides: readonly string[];
  readonly measure: () => Promise<Readonly<Record<string, number>>>;
}

const everything: readonly Profiled[] = [
  broadcast({ kind: 'burst', size: 1 }, 'tidings'),
  broadcast({ kind: 'burst', size: 8 }, 'tidings'),
  broadcast({ kind: 'burst', size: 64 }, 'tidings, publishMany'),
  broadcast({ kind: 'burst', size: 512 }, 'tidings, publishMany'),
  broadcast({ kind: 'callers', count: 1_000 }, 'tidings'),
  broadcast({ kind: 'rate', perSecond: 100 }, 'tidings'),
  broadcast({ kind: 'rate', perSecond: 100 }, 'ioredis, zod on both ends'),
  durable('tidings'),
  memory('tidings, one awaited at a time'),
];

async function run({ rounds, progress }: SuiteRun): Promise<SuiteReport> {
  const measures = everything.map(({ title, measure }) => {
    const told = () => {
      progress(title);
      return measure();
    };
    return [title, told] as const;
  });
  const samples = await inRounds(rounds, Object.fromEntries(measures));
  const contenders = everything.map(({ contender }) => contender);
  return {
    ratios: [],
    tables: everything.map((each) => tableOf(each, samples)),
    versions: await versionsWithRedis(contenders),
    notes: [
      'Processes are looked at every 250 µs while they are measured as in broadcast, latency, durable and memory; an event costs some more then. What a step takes is the time of its own functions; JSON.stringify and JSON.parse belong to whoever calls them. Waiting is left out.',
      'write and read: Redis commands, ioredis, Node’s sockets, and what the kernel does for them.',
      'ioredis, zod on both ends: what it does itself, JSON included, counts as making the event, or counting it.',
      ...new Set(contenders.map(({ note }) => note)),
    ],
  };
}

function broadcast(shape: Shape, name: string): Profiled {
  const task = { ...settingOf(shape).task, contender: name, profiled: true, warmMs: 2_000, measureMs: 3_000 };
  return {
    title: `${shapeName(shape)}: ${name}`,
    contender: contenderOf(name),
    sides: ['publisher', 'subscriber'],
    measure: () => runTask(task),
  };
}

function durable(name: string): Profiled {
  const contender = durableContenderOf(name);
  return {
    title: `durable, 1 worker: ${name}`,
    contender,
    sides: ['publisher', 'worker'],
    measure: () => runDurable(contender, 1, true),
  };
}

function memory(name: string): Profiled {
  const contender = memoryContenderOf(name);
  return {
    title: `memory, one handler: ${name}`,
    contender,
    sides: ['process'],
    measure: () => runMemory(contender, 1, contender.events, true),
  };
}

function tableOf({ title, sides }: Profiled, samples: Samples): Table {
  return {
    title,
    unit: 'µs an event',
    columns: sides,
    rows: steps.map((step) => [step, ...sides.map((side) => samples(title, stepFigure(side, step)))]),
    chart: { column: sides },
  };
}
