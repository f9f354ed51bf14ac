import { batchText } from '../../envelope/batch-text.js';
import { readLogId, writeLogId } from '../../log/log-id.js';
import type { LogBatch, LogChannel, LogPlaces, LogStart } from '../../transport/log-transport.js';

/** An entry that is kept. */
export interface StoredEntry {
  readonly id: string;
  readonly ms: number;
  readonly firstOffset: number;
  readonly lastOffset: number;
  readonly payload: string;
}

/** One partition of a channel's log, in memory. Places in it are the numbers of events, which go up by one. */
export class PartitionLog {
  #entries: StoredEntry[] = [];
  #lastOffset = 0;
  #lastMs = 0;
  readonly #once = new Map<string, number>();

  /** The number of the last event that was appended. */
  get lastOffset(): number {
    return this.#lastOffset;
  }

  /** Appends what of a batch has not been stored before. Tells whether that was anything. */
  append(channel: LogChannel, { events, onceKeys }: LogBatch, now: number, onceWindowMs: number): boolean {
    this.#forget(now);
    const fresh =
      onceKeys === undefined ? events : events.filter((_, index) => this.#isNew(onceKeys[index], now + onceWindowMs));
    if (fresh.length === 0) return false;
    const ms = Math.max(now, this.#lastMs);
    const firstOffset = this.#lastOffset + 1;
    const lastOffset = this.#lastOffset + fresh.length;
    const payload = batchText(fresh);
    const id = writeLogId({ ms, lastOffset, count: fresh.length });
    this.#entries.push({ id, ms, firstOffset, lastOffset, payload });
    this.#lastOffset = lastOffset;
    this.#lastMs = ms;
    this.#trim(now - channel.maxAgeMs, lastOffset - channel.maxCount);
    return true;
  }

  /** The first entry that holds an event behind a number. */
  after(offset: number): StoredEntry | undefined {
    return this.#entries[this.#indexWhere((entry) => entry.lastOffset > offset)];
  }

  /** The number of the event before which to begin. */
  placeOf(start: LogStart, partition: number): number {
    if (start === 'new') return this.#lastOffset;
    if (start === 'start') return this.#before(this.#entries[0]);
    const place = start.partitions.get(partition);
    if (place === undefined) return this.#before(this.#since(start));
    const { lastOffset, count } = readLogId(place.id);
    return place.inclusive ? lastOffset - count : lastOffset;
  }

  #since({ sinceMs }: LogPlaces): StoredEntry | undefined {
    return this.#entries[this.#indexWhere(({ ms }) => ms >= sinceMs)];
  }

  #before(entry: StoredEntry | undefined): number {
    return entry === undefined ? this.#lastOffset : entry.firstOffset - 1;
  }

  /** The index of the first entry that passes; all that follow pass too. */
  #indexWhere(passes: (entry: StoredEntry) => boolean): number {
    let from = 0;
    let to = this.#entries.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (passes(this.#entries[middle] as StoredEntry)) to = middle;
      else from = middle + 1;
    }
    return from;
  }

  #isNew(key: string | undefined, until: number): boolean {
    if (key === undefined) return true;
    if (this.#once.has(key)) return false;
    this.#once.set(key, until);
    return true;
  }

  /** Keys are in the order in which they were set, and all are kept equally long. */
  #forget(now: number): void {
    for (const [key, until] of this.#once) {
      if (until > now) return;
      this.#once.delete(key);
    }
  }

  #trim(beforeMs: number, upToOffset: number): void {
    const kept = this.#indexWhere(({ ms, lastOffset }) => ms >= beforeMs && lastOffset > upToOffset);
    // Only now and then: moving all at each step would cost all that is kept.
    if (kept > 0 && (kept > 256 || kept * 4 >= this.#entries.length)) this.#entries = this.#entries.slice(kept);
  }
}
