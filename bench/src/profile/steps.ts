import type { Place } from '../process/profiler.js';

/** What is done with an event, step by step. */
export const steps = [
  'making it, or counting it',
  'validate',
  'id, time and envelope',
  'encode',
  'number, gather and dispatch',
  'write and read',
  'parse',
  'garbage collector',
  'everything else',
] as const;

/** One of them. */
export type Step = (typeof steps)[number];

/** Files by the end of their path, first match first. */
const files: readonly (readonly [RegExp, Step])[] = [
  // JSON.stringify and JSON.parse count as whoever calls them.
  [/core\/dist\/envelope\/(write-envelope|running-number)\.js$/, 'encode'],
  [/core\/dist\/front\/(inbox|durable\/entry-events)\.js$/, 'parse'],
  [/core\/dist\/front\/event-encoder\.js$/, 'id, time and envelope'],
  [/core\/dist\/envelope\//, 'id, time and envelope'],
  [/core\/dist\/(define|channel)\//, 'validate'],
  [/\/zod\//, 'validate'],
  [/core\/dist\//, 'number, gather and dispatch'],
  [/redis\/dist\//, 'write and read'],
  [/\/ioredis\//, 'write and read'],
  [/^node:internal\/encoding$/, 'parse'],
  [/^node:internal\/(timers|process\/task_queues)$/, 'number, gather and dispatch'],
  [/^node:/, 'write and read'],
  [/bench\/dist\//, 'making it, or counting it'],
];

/** What is in no file, by its name. */
const natives: Readonly<Record<string, Step>> = {
  '(garbage collector)': 'garbage collector',
  writeUtf8String: 'write and read',
  writeBuffer: 'write and read',
  writev: 'write and read',
  decodeUTF8: 'parse',
};

/** Which step a place belongs to; undefined if nothing is done there. */
export function stepOf({ name, url, line }: Place): Step | undefined {
  // The end of a profile is in it.
  if (name === '(idle)' || url.startsWith('node:inspector')) return undefined;
  if (url !== '') return files.find(([pattern]) => pattern.test(url))?.[1] ?? 'everything else';
  // Functions made of a text, as zod compiles schemas, have lines and no file.
  if (line > 0 && !name.startsWith('(')) return 'validate';
  return natives[name] ?? 'everything else';
}

/** The time spent in each step. */
export function byStep(spent: readonly (readonly [Place, number])[]): Readonly<Partial<Record<Step, number>>> {
  const sums: Partial<Record<Step, number>> = {};
  for (const [place, us] of spent) {
    const step = stepOf(place);
    if (step !== undefined) sums[step] = (sums[step] ?? 0) + us;
  }
  return sums;
}
