import type { ParkedReport } from '../../bus/bus-events.js';
import type { DeadEvent, LogEntry, ParkedEvent } from '../../transport/log-transport.js';
import type { AttemptNotes } from './attempt-notes.js';
import { placeIn, timeOf, withIndex, writeCursor } from './cursor-text.js';

/** An entry that a member has taken and not settled. */
export class HeldEntry {
  /** Where it is among those that are held. */
  seat = 0;
  readonly entry: LogEntry;
  /** Its events, not looked at yet. */
  readonly elements: readonly unknown[];
  readonly notes: AttemptNotes;
  /** What the log has noted of it. */
  written: string | undefined;
  /** To be put into the dead-letter log with the next settlement. */
  dead: DeadEvent[] = [];
  /** To be set aside with the next settlement: with what to tell of it, unless it is for anybody. */
  parked: (ParkedEvent & { readonly told?: Omit<ParkedReport, 'channel' | 'group'> })[] = [];
  /** How many of its events a handler has at the moment. */
  running = 0;
  /** Whether others may have it now. */
  lost = false;
  /** While it is being settled. */
  settling: Promise<void> | undefined;
  #left: number;
  /** Behind all of it. */
  #cursor: string | undefined;

  constructor(entry: LogEntry, elements: readonly unknown[], notes: AttemptNotes) {
    this.entry = entry;
    this.elements = elements;
    this.notes = notes;
    this.written = entry.notes;
    this.#left = notes.attempts.filter((each) => each !== 'done').length;
  }

  /** How many events are left to do. */
  get left(): number {
    return this.#left;
  }

  /** The cursor of one of its events. */
  cursorOf(index: number, time: Date): string {
    const { id, partition, parked } = this.entry;
    if (parked) return writeCursor(time.getTime(), []);
    this.#cursor ??= writeCursor(timeOf(id), [[partition, { id, index: undefined }]]);
    const place = placeIn(this.elements, index);
    return place === undefined ? this.#cursor : withIndex(this.#cursor, place);
  }

  /** Nothing is left to do about one of them. */
  done(index: number): void {
    this.notes.attempts[index] = 'done';
    this.#left -= 1;
  }

  /** Whether a plain acknowledgement will do. Not if something is being noted: that could come too late then, and be refused. */
  get isPlain(): boolean {
    const { deliveries, parked } = this.entry;
    const noted = this.written !== undefined || this.settling !== undefined;
    return !noted && deliveries === 1 && !parked && this.dead.length + this.parked.length === 0;
  }
}
