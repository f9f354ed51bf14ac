import type { Outcome } from '../ledger/report.js';
import { nowMs } from '../process/now.js';
import type { NumberedEvent } from './numbered-event.js';
import type { Witness } from './witness.js';

/** How a publisher publishes. */
export interface Pace {
  readonly perSecond: number;
  /** On so many of the channels. Default: all. */
  readonly channels?: number;
  /** Made part of each event. */
  readonly note: string;
}

const everyMs = 3;

/**
 * Publishes numbered events at an even rate, on all channels in turn, and writes down what becomes of each. What this process
 * had no time for is made up for, so that the rate holds on average on a busy machine too.
 */
export class Load {
  readonly #publisher: number;
  readonly #channels: number;
  readonly #publish: (channel: number, event: NumberedEvent) => Promise<Outcome>;
  readonly #witness: Witness;
  readonly #next: number[];
  #turn = 0;
  #note = '';
  #published = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param publish Resolves with the outcome; never rejects. */
  constructor(
    who: { readonly publisher: number; readonly channels: number },
    publish: (channel: number, event: NumberedEvent) => Promise<Outcome>,
    witness: Witness,
  ) {
    this.#publisher = who.publisher;
    this.#channels = who.channels;
    this.#publish = publish;
    this.#witness = witness;
    this.#next = Array.from({ length: who.channels }, () => 0);
  }

  /** Events so far. */
  get published(): number {
    return this.#published;
  }

  start({ perSecond, note, channels = this.#channels }: Pace): void {
    this.#note = note;
    const began = nowMs();
    let published = 0;
    this.#timer = setInterval(() => {
      const due = Math.floor(((nowMs() - began) * perSecond) / 1_000);
      for (; published < due; published += 1) this.one(this.#turn++ % channels);
    }, everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** One on each channel. */
  round(): void {
    for (let channel = 0; channel < this.#channels; channel += 1) this.one(channel);
  }

  /** Publishes the next event of a channel. */
  one(channel: number): void {
    const n = this.#next[channel] as number;
    this.#next[channel] = n + 1;
    const at = nowMs();
    this.#witness.sent(channel, n, at);
    this.#published += 1;
    void this.#publish(channel, { publisher: this.#publisher, n, at, note: this.#note }).then((outcome) => {
      this.#witness.settled(channel, n, outcome, nowMs() - at);
    });
  }
}
