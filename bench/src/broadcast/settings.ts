import { longNotes, notes, tinyNotes } from '../events/note-load.js';
import type { BroadcastContender } from './contender.js';
import { type Shape, type Side, shapeName, type Task } from './task.js';

/** Something that contenders are measured in. */
export interface Setting {
  readonly name: string;
  readonly task: Omit<Task, 'contender'>;
  /** Whether a contender takes part. */
  readonly takes: (contender: BroadcastContender) => boolean;
}

const times = { warmMs: 500, measureMs: 2_000 };
const bursts = [1, 8, 64, 512];
const callers = 1_000;
const few = ['tidings', '@boringnode/bus', 'ioredis'];
const one: Side = { processes: 1, each: 1 };
const ten: Side = { processes: 2, each: 5 };

/** Bursts of these sizes; by default of several sizes, and everything else. */
export function settingsFor(sizes: readonly number[] | undefined): readonly Setting[] {
  if (sizes !== undefined) return sizes.map((size) => ofShape({ kind: 'burst', size }));
  return [
    ...bursts.map((size) => ofShape({ kind: 'burst', size })),
    ofShape({ kind: 'callers', count: callers }),
    ofFew('fan-out to ten subscribers', { subscribers: ten }),
    ofFew('fan-in of ten publishers', { publishers: ten }),
    ofFew('events of 64 bytes', { load: tinyNotes.name }),
    ofFew('events of 10 KiB', { load: longNotes.name }),
  ];
}

function ofShape(shape: Shape): Setting {
  return {
    name: shapeName(shape),
    task: { ...times, publishers: one, subscribers: one, load: notes.name, shape },
    takes: ({ burstsOnly }) => burstsOnly !== true || (shape.kind === 'burst' && shape.size > 1),
  };
}

function ofFew(name: string, what: Partial<Pick<Task, 'load' | 'publishers' | 'subscribers'>>): Setting {
  const shape = { kind: 'burst', size: 64 } as const;
  return {
    name: `${name}, ${shapeName(shape)}`,
    task: { ...times, publishers: one, subscribers: one, load: notes.name, shape, ...what },
    takes: (contender) => few.includes(contender.name),
  };
}
