import { closeEnvelope } from '../envelope/write-envelope.js';
import type { OutgoingEvents } from './outgoing-events.js';

/** A part of a frame: so many events of one publish. */
export interface FramePart {
  readonly of: OutgoingEvents;
  readonly count: number;
}

/** What a frame may measure. */
interface FrameLimits {
  readonly maxEvents: number;
  /** In characters. */
  readonly maxLength: number;
}

const leastToTidy = 32;

/** What one channel has to send, in order, and how far its numbers have come. */
export class Lane {
  readonly channel: string;
  /** Whether it is in the list of lanes with something to send. */
  listed = false;
  readonly #epoch: string;
  #waiting: OutgoingEvents[] = [];
  #first = 0;
  #sequence = 0;
  #tidyAt = leastToTidy;

  constructor(channel: string, epoch: string) {
    this.channel = channel;
    this.#epoch = epoch;
  }

  /** How many publishes it holds. */
  get size(): number {
    return this.#waiting.length - this.#first;
  }

  add(events: OutgoingEvents): void {
    if (this.size >= this.#tidyAt) this.#tidy();
    this.#waiting.push(events);
  }

  /** The next frame, numbered; undefined if nothing of what waits is to be sent any more. */
  takeFrame({
    maxEvents,
    maxLength,
  }: FrameLimits): { readonly text: string; readonly parts: readonly FramePart[] } | undefined {
    const texts: string[] = [];
    const parts: FramePart[] = [];
    let length = 0;
    for (let of = this.#waiting[this.#first]; of !== undefined; of = this.#waiting[this.#first]) {
      const before = texts.length;
      while (!of.settled && of.hasUnsent && texts.length < maxEvents) {
        if (texts.length > 0 && length + of.nextLength > maxLength) break;
        length += of.nextLength;
        this.#sequence += 1;
        texts.push(closeEnvelope(of.take(), this.#epoch, this.#sequence));
      }
      if (texts.length > before) parts.push({ of, count: texts.length - before });
      if (!of.settled && of.hasUnsent) break;
      this.#first += 1;
    }
    this.#letGo();
    const [lone] = texts;
    if (lone === undefined) return undefined;
    return { text: texts.length === 1 ? lone : `[${texts.join(',')}]`, parts };
  }

  /** Moves what is left to the front only now and then: with one event to a frame each move would cost all that wait. */
  #letGo(): void {
    if (this.#first === this.#waiting.length || (this.#first > 1_024 && this.#first * 2 > this.#waiting.length)) {
      this.#waiting = this.#waiting.slice(this.#first);
      this.#first = 0;
    }
  }

  /** Lets go of what timed out or was aborted: while the transport is away nothing else would. */
  #tidy(): void {
    this.#waiting = this.#waiting.slice(this.#first).filter(({ settled }) => !settled);
    this.#first = 0;
    this.#tidyAt = Math.max(leastToTidy, 2 * this.#waiting.length);
  }
}
