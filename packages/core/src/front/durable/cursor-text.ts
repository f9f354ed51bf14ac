import { TidingsError } from '../../errors/tidings-error.js';
import { readLogId } from '../../log/log-id.js';
import type { LogPlaces, LogStart } from '../../transport/log-transport.js';

/** Behind which event of a partition to go on. */
export interface Passed {
  /** The entry's id. */
  readonly id: string;
  /** The last event of it that is behind, from 0; undefined if all of it is. */
  readonly index: number | undefined;
}

/** Where a reader begins, and how many events of the first entries it has had already. */
export interface Beginning {
  readonly start: LogStart;
  readonly passed: ReadonlyMap<number, Passed>;
}

const mark = 'c1.';
const form = /^c1\.([0-9]+)((?:_[0-9]+:[0-9]+-[0-9]+(?:\+[0-9]+)?)*)$/;

/** An event's cursor: a time for partitions it says nothing of, and a place in the others. Opaque to users. */
export function writeCursor(sinceMs: number, passed: Iterable<readonly [number, Passed]>): string {
  let text = `${mark}${sinceMs}`;
  for (const [partition, { id, index }] of passed) {
    text += `_${partition}:${id}`;
    if (index !== undefined) text = withIndex(text, index);
  }
  return text;
}

/** The cursor of one event of the entry that a cursor ends with. */
export function withIndex(cursor: string, index: number): string {
  return `${cursor}+${index}`;
}

/** Where somebody wants to begin. @throws TidingsError `invalid_option` */
export function readBeginning(from: unknown): Beginning {
  if (from === 'start' || from === 'new') return { start: from, passed: new Map() };
  if (from instanceof Date && !Number.isNaN(from.getTime())) {
    return { start: { sinceMs: from.getTime(), partitions: new Map() }, passed: new Map() };
  }
  const cursor = typeof from === 'string' ? form.exec(from) : null;
  if (cursor === null) {
    throw new TidingsError(
      'invalid_option',
      "from must be 'start', 'new', a valid Date, or the cursor of an event that was read before",
    );
  }
  const [, sinceMs = '0', places = ''] = cursor;
  const passed = new Map<number, Passed>();
  for (const place of places.split('_').slice(1)) {
    const [partition = '', rest = ''] = place.split(':');
    const [id = '', index] = rest.split('+');
    passed.set(Number(partition), { id, index: index === undefined ? undefined : Number(index) });
  }
  const partitions: LogPlaces['partitions'] = new Map(
    [...passed].map(([partition, { id, index }]) => [partition, { id, inclusive: index !== undefined }]),
  );
  return { start: { sinceMs: Number(sinceMs), partitions }, passed };
}

/** The `index` of {@link Passed}: behind its last event, all of an entry is, also for groups, which begin with whole entries. */
export function placeIn(elements: readonly unknown[], index: number): number | undefined {
  return index + 1 < elements.length ? index : undefined;
}

/** When an entry was appended. */
export function timeOf(id: string): number {
  return readLogId(id).ms;
}
