import type { LoadName } from '../events/loads.js';
import type { Target } from '../suite.js';
import type { BroadcastContender } from './contender.js';
import { type Shape, type Side, shapeName, type Task } from './task.js';

/** Something that contenders are measured in. */
export interface Setting {
  readonly name: string;
  readonly task: Omit<Task, 'contender'>;
  /** Whether a contender takes part. */
  readonly takes: (contender: Pick<BroadcastContender, 'name' | 'takesPart'>) => boolean;
  /** What is aimed at, as a ratio to the best library. */
  readonly target?: Target | undefined;
}

const times = { warmMs: 500, measureMs: 2_000 };
const callers = 1_000;
/** By the size of bursts: within a tenth where there is nothing to gather, and the more the more there is. */
const burstTargets: Readonly<Record<number, number>> = { 1: 0.9, 8: 3, 64: 6, 512: 10 };
const bursts = Object.keys(burstTargets).map(Number);
const callersTarget = 2;
const few: readonly string[] = ['tidings', '@boringnode/bus', '@boringnode/bus, auto-pipelining', 'ioredis'];
const one: Side = { processes: 1, each: 1 };
const ten: Side = { processes: 2, each: 5 };

/** One publisher and one subscriber of ordinary notes that come up so. */
export function settingOf(shape: Shape): Setting {
  return {
    name: shapeName(shape),
    task: { ...times, publishers: one, subscribers: one, load: '300 B', shape },
    takes: ({ takesPart }) => takesPart?.(shape) ?? true,
    target: targetOf(shape),
  };
}

/** Bursts of these sizes; by default of several sizes, and everything else. */
export function settingsFor(sizes: readonly number[] | undefined): readonly Setting[] {
  if (sizes !== undefined) return sizes.map((size) => settingOf({ kind: 'burst', size }));
  return [
    ...bursts.map((size) => settingOf({ kind: 'burst', size })),
    settingOf({ kind: 'callers', count: callers }),
    forFew('fan-out to ten subscribers', { subscribers: ten }),
    forFew('fan-in of ten publishers', { publishers: ten }),
    forFew('events of 64 B', { load: '64 B' }),
    forFew('events of 10 KiB', { load: '10 KiB' }),
    forFew('GitHub deliveries', { load: 'GitHub deliveries' }),
  ];
}

function targetOf(shape: Shape): Target | undefined {
  if (shape.kind === 'rate') return undefined;
  const atLeast = shape.kind === 'callers' ? callersTarget : burstTargets[shape.size];
  return atLeast === undefined ? undefined : { atLeast };
}

function forFew(name: string, what: { load?: LoadName; publishers?: Side; subscribers?: Side }): Setting {
  const { task, name: shape } = settingOf({ kind: 'burst', size: 64 });
  return {
    name: `${name}, ${shape}`,
    task: { ...task, ...what },
    takes: (contender) => few.includes(contender.name),
  };
}
