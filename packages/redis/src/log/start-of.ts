import { beforeAll, type LogStart, readLogId } from '@tidings/core/transport';

/** Where reading a partition begins: behind an id, or before the first entry that is found from an id on; `$` is the end. */
export type Start = { readonly after: string } | { readonly find: string };

/** Where in a partition a start is. */
export function startOf(start: LogStart, partition: number): Start {
  if (start === 'start') return { find: '-' };
  if (start === 'new') return { find: '$' };
  const place = start.partitions.get(partition);
  if (place === undefined) return { find: String(Math.max(0, Math.ceil(start.sinceMs))) };
  return { after: place.inclusive ? before(place.id) : place.id };
}

/**
 * The id behind which it is.
 *
 * @param head The last id appended, or nothing.
 * @param found The first entry from there on, or the last of all; or nothing.
 */
export function afterFound({ find }: { readonly find: string }, head: string, found: string): string {
  if (find === '$') return later(head, found) || beforeAll;
  if (found === '') return head || beforeAll;
  return find === '-' && readLogId(found).lastOffset === readLogId(found).count ? beforeAll : before(found);
}

/** An id between an entry and whatever is before it, which says the same of the events before. */
function before(id: string): string {
  const { ms, lastOffset, count } = readLogId(id);
  if (count > 0 && lastOffset >= count) return `${ms}-${(lastOffset - count) * 1_000 + 999}`;
  const number = Number(id.slice(id.indexOf('-') + 1));
  if (number > 0) return `${ms}-${number - 1}`;
  return ms > 0 ? `${ms - 1}-18446744073709551615` : beforeAll;
}

/** How many events there are up to an id behind which it is read on; undefined if it does not say so. */
export function reachedAt(id: string): number | undefined {
  const { ms, lastOffset, count } = readLogId(id);
  // Others have added entries without numbers.
  if (lastOffset === 0 && ms > 0 && count !== 999) return undefined;
  return Number.isSafeInteger(lastOffset) ? lastOffset : undefined;
}

/** The earlier of two ids. */
export function earlier(a: string, b: string): string {
  return difference(a, b) <= 0 ? a : b;
}

function later(a: string, b: string): string {
  if (a === '' || b === '') return a || b;
  return difference(a, b) >= 0 ? a : b;
}

function difference(a: string, b: string): number {
  const [x, y] = [readLogId(a), readLogId(b)];
  return x.ms - y.ms || x.lastOffset - y.lastOffset || x.count - y.count;
}
