import { closeEnvelope } from '../envelope/write-envelope.js';
import type { TidingsError } from '../errors/tidings-error.js';
import { Fifo } from './fifo.js';
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
  readonly #waiting = new Fifo<OutgoingEvents>();
  #sequence = 0;
  #tidyAt = leastToTidy;

  constructor(channel: string, epoch: string) {
    this.channel = channel;
    this.#epoch = epoch;
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
  takeFrame({
    maxEvents,
    maxLength,
  }: FrameLimits): { readonly text: string; readonly parts: readonly FramePart[] } | undefined {
    const texts: string[] = [];
    const parts: FramePart[] = [];
    let length = 0;
    for (let of = this.#waiting.first; of !== undefined; of = this.#waiting.first) {
      const before = texts.length;
      while (!of.settled && of.hasUnsent && texts.length < maxEvents) {
        if (texts.length > 0 && length + of.nextLength > maxLength) break;
        length += of.nextLength;
        this.#sequence += 1;
        texts.push(closeEnvelope(of.take(), this.#epoch, this.#sequence));
      }
      if (texts.length > before) parts.push({ of, count: texts.length - before });
      if (!of.settled && of.hasUnsent) break;
      this.#waiting.shift();
    }
    const [lone] = texts;
    if (lone === undefined) return undefined;
    return { text: texts.length === 1 ? lone : `[${texts.join(',')}]`, parts };
  }

  /** Lets go of what timed out or was aborted: while the transport is away nothing else would. */
  #tidy(): void {
    this.#waiting.keep(({ settled }) => !settled);
    this.#tidyAt = Math.max(leastToTidy, 2 * this.#waiting.size);
  }
}
