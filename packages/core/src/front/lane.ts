import type { TidingsError } from '../errors/tidings-error.js';
import type { Carrier, FrameLimits, LaneFrame, LaneTarget } from './carrier.js';
import { Fifo } from './fifo.js';
import type { OutgoingEvents } from './outgoing-events.js';

/** A part of a frame: so many events of one publish. */
export interface FramePart {
  readonly of: OutgoingEvents;
  readonly count: number;
}

/** A frame, and what it is made of. */
export interface TakenFrame extends LaneFrame {
  readonly parts: readonly FramePart[];
  /** How many characters its events have. */
  readonly length: number;
}

const leastToTidy = 32;

/** What goes to one place, in order, and how far its numbers have come. */
export class Lane<T extends LaneTarget = LaneTarget> {
  readonly target: T;
  /** Whether it is in the list of lanes with something to send. */
  listed = false;
  /** Whether its next frame has to wait for an answer to the one before. */
  busy = false;
  readonly #complete: Carrier<T>['complete'];
  readonly #waiting = new Fifo<OutgoingEvents>();
  #sequence = 0;
  #tidyAt = leastToTidy;

  constructor(target: T, complete: Carrier<T>['complete']) {
    this.target = target;
    this.#complete = complete;
  }

  /** How many publishes it holds. */
  get size(): number {
    return this.#waiting.size;
  }

  add(events: OutgoingEvents): void {
    if (this.size >= this.#tidyAt) this.#tidy();
    this.#waiting.push(events);
  }

  /** Rejects what waits, as far as none of it has been sent. */
  reject(error: TidingsError): void {
    for (let of = this.#waiting.first; of !== undefined; of = this.#waiting.first) {
      of.refuse(error);
      this.#waiting.shift();
    }
  }

  /** The next frame, numbered; undefined if nothing of what waits is to be sent any more. */
  takeFrame({ maxEvents, maxLength }: FrameLimits): TakenFrame | undefined {
    const events: string[] = [];
    const parts: FramePart[] = [];
    let onceKeys: (string | undefined)[] | undefined;
    let length = 0;
    for (let of = this.#waiting.first; of !== undefined; of = this.#waiting.first) {
      const before = events.length;
      while (!of.settled && of.hasUnsent && events.length < maxEvents) {
        if (events.length > 0 && length + of.nextLength > maxLength) break;
        length += of.nextLength;
        this.#sequence += 1;
        const key = of.nextOnceKey;
        if (key !== undefined) {
          onceKeys ??= [];
          onceKeys[events.length] = key;
        }
        events.push(this.#complete(of.take(), this.#sequence));
      }
      if (events.length > before) parts.push({ of, count: events.length - before });
      if (!of.settled && of.hasUnsent) break;
      this.#waiting.shift();
    }
    return events.length === 0 ? undefined : { events, onceKeys, parts, length };
  }

  /** A frame of one event that did not wait. */
  loneFrame(envelope: string, onceKey: string | undefined): LaneFrame {
    this.#sequence += 1;
    return {
      events: [this.#complete(envelope, this.#sequence)],
      onceKeys: onceKey === undefined ? undefined : [onceKey],
    };
  }

  /** Lets go of what timed out or was aborted: while the transport is away nothing else would. */
  #tidy(): void {
    this.#waiting.keep(({ settled }) => !settled);
    this.#tidyAt = Math.max(leastToTidy, 2 * this.#waiting.size);
  }
}
