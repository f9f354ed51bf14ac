import type { LoadName } from '../events/loads.js';
import type { BroadcastContender } from './contender.js';
import { type Shape, type Side, shapeName, type Task } from './task.js';

/** Something that contenders are measured in. */
export interface Setting {
  readonly name: string;
  readonly task: Omit<Task, 'contender'>;
  /** Whether a contender takes part. */
  readonly takes: (contender: Pick<BroadcastContender, 'name' | 'takesPart'>) => boolean;
}

const times = { warmMs: 500, measureMs: 2_000 };
const bursts = [1, 8, 64, 512];
const callers = 1_000;
const few: readonly string[] = ['tidings', '@boringnode/bus', '@boringnode/bus, auto-pipelining', 'ioredis'];
const one: Side = { processes: 1, each: 1 };
const ten: Side = { processes: 2, each: 5 };

/** One publisher and one subscriber of ordinary notes that come up so. */
export function settingOf(shape: Shape): Setting {
  return {
    name: shapeName(shape),
    task: { ...times, publishers: one, subscribers: one, load: '300 B', shape },
    takes: ({ takesPart }) => takesPart?.(shape) ?? true,
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

function forFew(name: string, what: { load?: LoadName; publishers?: Side; subscribers?: Side }): Setting {
  const { task, ...setting } = settingOf({ kind: 'burst', size: 64 });
  return {
    name: `${name}, ${setting.name}`,
    task: { ...task, ...what },
    takes: (contender) => few.includes(contender.name),
  };
}
