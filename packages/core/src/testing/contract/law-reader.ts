import { turns } from './behave-durably.js';
import type { DurableBusUnderTest, DurableSent, Ticks } from './durable-law-model.js';
import type { LawVersion, ReadingManner } from './durable-step.js';
import { type LawChannel, type LawSample, ofVersion } from './law-channels.js';

interface ReadSample {
  readonly data: LawSample;
  readonly cursor: string;
  readonly attempt: number;
}

const maxAttempts = 2;

/** Reading from one place on, until it is stopped. */
interface Stretch {
  readonly at: DurableBusUnderTest;
  stopped: boolean;
  running: number;
  stop(): Promise<void>;
}

/** A reader by cursor, which stops and goes on, here and there, from where it was. */
export class LawReader {
  readonly channel: number;
  readonly version: LawVersion;
  readonly from: 'start' | 'new';
  /** The numbers of the events that it has had, in the order in which they came. */
  readonly seen: number[] = [];
  readonly violations: string[] = [];
  /** From when on what is published has to come to it; undefined as long as that is not known. */
  owedFrom: number | undefined;
  readonly #channel: LawChannel;
  readonly #ticks: Ticks;
  #cursor: string | undefined;
  #stretch: Stretch | undefined;

  constructor(
    channel: number,
    own: LawChannel,
    { version, from }: { readonly version: LawVersion; readonly from: 'start' | 'new' },
    ticks: Ticks,
  ) {
    this.channel = channel;
    this.version = version;
    this.from = from;
    this.owedFrom = from === 'start' ? 0 : undefined;
    this.#channel = own;
    this.#ticks = ticks;
  }

  /** Where it reads now. */
  get at(): DurableBusUnderTest | undefined {
    return this.#stretch?.at;
  }

  /** Whether it reads, or will once it is asked to. */
  get reading(): boolean {
    return this.#stretch !== undefined && !this.#stretch.stopped && this.#stretch.at.usable;
  }

  /** Whether an event has to come to it. */
  isOwed({ channel, version, acceptedAt, calledAt }: DurableSent): boolean {
    const mine = channel === this.channel && version <= this.version && acceptedAt !== undefined;
    return mine && this.owedFrom !== undefined && calledAt > this.owedFrom;
  }

  /** It goes no further where it is. Its bus closes, or its process has ended. */
  halt(): void {
    if (this.#stretch !== undefined) this.#stretch.stopped = true;
  }

  /** Goes on at a bus, or begins. Resolves when it reads, and the former reading has stopped. */
  async goOn(at: DurableBusUnderTest, manner: ReadingManner): Promise<void> {
    const before = this.#stretch;
    const stopping = before?.stop().catch((error: unknown) => this.#failed(before, error));
    if (before !== undefined) before.stopped = true;
    if (this.version === 1) at.hasOldReader = true;
    if (this.#cursor === undefined && this.from === 'new') this.owedFrom = undefined;
    const stretch: Stretch = { at, stopped: false, running: 0, stop: async () => {} };
    this.#stretch = stretch;
    const opening = manner === 'stream' ? this.#stream(stretch) : this.#subscribe(stretch, manner);
    await Promise.all([stopping, opening.catch((error: unknown) => this.#failed(stretch, error))]);
  }

  #failed({ at, stopped }: Stretch, error: unknown): void {
    if (!stopped && at.usable) this.violations.push(`reading failed: ${error}`);
  }

  async #subscribe(stretch: Stretch, manner: ReadingManner): Promise<void> {
    const stopping = new AbortController();
    const opened = stretch.at.bus.subscribe(
      ofVersion(this.#channel, this.version),
      (event) => this.#handle(stretch, event, manner === 'unsteady handler'),
      {
        from: this.#cursor ?? this.from,
        onUnreadable: 'skip',
        retry: { maxAttempts, minDelayMs: 0 },
        signal: stopping.signal,
      },
    );
    stretch.stop = async () => {
      stopping.abort();
      await opened.then((subscription) => subscription.close());
    };
    await opened;
    this.#reads(stretch);
  }

  async #stream(stretch: Stretch): Promise<void> {
    const { bus } = stretch.at;
    const from = this.#cursor ?? this.from;
    const stream = bus.events(ofVersion(this.#channel, this.version), { from, onUnreadable: 'skip', maxBuffered: 3 });
    stretch.stop = () => stream.close();
    void this.#loop(stretch, stream);
    await stream.ready;
    this.#reads(stretch);
  }

  async #loop(stretch: Stretch, stream: AsyncIterable<ReadSample>): Promise<void> {
    try {
      for await (const event of stream) {
        stretch.at.succeeded += 1;
        // A loop is a moment behind its stream: what it was handed before the end may be seen after it.
        if (!stretch.stopped) this.#take(event);
      }
    } catch (error) {
      if (!stretch.stopped) this.violations.push(`the loop threw: ${error}`);
    }
  }

  async #handle(stretch: Stretch, event: ReadSample, unsteady: boolean): Promise<void> {
    const { at } = stretch;
    if (stretch.stopped && !at.crashed) this.violations.push(`a reader got ${event.data.n} after its end`);
    stretch.running += 1;
    if (stretch.running > 1) this.violations.push('a reader was called twice at once');
    if (unsteady) await turns(event.data.n % 3);
    stretch.running -= 1;
    const failures = event.data.n % 5;
    if (unsteady && failures <= maxAttempts && event.attempt <= failures) {
      at.failed += 1;
      if (event.attempt < maxAttempts) at.retried += 1;
      // That was the last attempt: it goes on behind it.
      else if (!stretch.stopped) this.#take(event);
      throw new Error('on purpose');
    }
    at.succeeded += 1;
    if (!stretch.stopped) this.#take(event);
  }

  #take({ data: { n }, cursor }: ReadSample): void {
    this.seen.push(n);
    this.#cursor = cursor;
  }

  #reads(stretch: Stretch): void {
    if (this.#stretch === stretch && !stretch.stopped) this.owedFrom ??= this.#ticks.next();
  }
}
