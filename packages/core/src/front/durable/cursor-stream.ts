import type { CursorStreamOptions } from '../../bus/durable-options.js';
import type { AnyChannel } from '../../channel/channel.js';
import type { TidingsError } from '../../errors/tidings-error.js';
import type { LogTransport } from '../../transport/log-transport.js';
import { BufferedStream } from '../buffered-stream.js';
import type { BusCore } from '../bus-core.js';
import { atLeast, oneOf, refuse, requireObject, unknownOptions } from '../option-checks.js';
import { CursorPump } from './cursor-pump.js';
import type { DurableReceiver } from './durable-receiver.js';

/** Durable channels as a stream: its buffer is filled from the log as it is read, so nothing is ever dropped. */
export class CursorStream<E> extends BufferedStream<E> implements DurableReceiver {
  readonly #pump: CursorPump;
  readonly #maxBuffered: number;
  #room: (() => void) | undefined;

  constructor(
    core: BusCore,
    log: LogTransport,
    channels: readonly AnyChannel[],
    options: CursorStreamOptions,
    ended: (stream: CursorStream<E>) => void,
  ) {
    const { maxBuffered = 1_024, onUnreadable = 'stop', from, signal } = checked(options);
    super(
      core,
      channels.map(({ name }) => name),
      { maxBuffered: Number.MAX_SAFE_INTEGER, ...(signal === undefined ? {} : { signal }) },
      (own) => Promise.all([...own.channelNames].map((name) => this.leave(name))).then(() => {}),
    );
    this.#maxBuffered = maxBuffered;
    this.#pump = new CursorPump(
      core,
      log,
      channels,
      { from, onUnreadable },
      {
        deliver: (delivery) => {
          this.push(delivery);
          return this.buffered < this.#maxBuffered ? undefined : this.#hasRoom();
        },
        stopped: (error) => {
          this.failed(error);
          void this.#leaveAll();
        },
      },
    );
    this.#whenEnded = ended;
  }

  readonly #whenEnded: (stream: CursorStream<E>) => void;

  get queued(): number {
    return this.buffered;
  }

  get running(): number {
    return 0;
  }

  get over(): Promise<unknown> {
    return this.#pump.close();
  }

  async open(): Promise<void> {
    try {
      await this.#pump.open();
    } catch (error) {
      this.failed(error as TidingsError);
      await this.#leaveAll();
      throw error;
    }
  }

  async leave(channel: string): Promise<void> {
    if (!this.channelNames.has(channel)) return;
    this.left(channel);
    const left = this.#pump.leave(channel);
    if (this.channelNames.size === 0) this.#ended();
    await left;
  }

  abandon(): void {
    // It has no handler.
  }

  override finish(drain: boolean): void {
    super.finish(drain);
    this.#ended();
    void this.#pump.close();
  }

  protected override handed(): void {
    if (this.buffered >= this.#maxBuffered) return;
    this.#room?.();
    this.#room = undefined;
  }

  #ended(): void {
    this.#room?.();
    this.#whenEnded(this);
  }

  #leaveAll(): Promise<unknown> {
    return Promise.all([...this.channelNames].map((name) => this.leave(name)));
  }

  #hasRoom(): Promise<void> {
    return new Promise((resolve) => {
      this.#room = resolve;
    });
  }
}

function checked(options: CursorStreamOptions): CursorStreamOptions {
  const what = 'this stream';
  requireObject(`the options of ${what}`, options);
  const { from, maxBuffered = 1_024, onUnreadable = 'stop' } = options;
  refuse(what, [
    ...unknownOptions(options, ['from', 'maxBuffered', 'onUnreadable', 'signal']),
    ...(from === undefined
      ? ["a durable channel is read from a place: give { from: 'start' }, 'new', a Date or a cursor"]
      : []),
    ...atLeast(1, 'maxBuffered', maxBuffered),
    ...oneOf(['stop', 'skip'], 'onUnreadable', onUnreadable),
  ]);
  return options;
}
