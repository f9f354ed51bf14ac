import type { AnyChannel } from '../channel/channel.js';
import { isTidingsError, TidingsError } from '../errors/tidings-error.js';
import type { BroadcastTransport } from '../transport/broadcast-transport.js';
import { BoundedWait } from './bounded-wait.js';
import type { ResolvedBusOptions } from './bus-options.js';
import type { Receiver } from './receiver.js';
import { SequenceTracker } from './sequence-tracker.js';

/** A receiver, and the definition of the channel that it was subscribed with. */
export interface Reader {
  readonly channel: AnyChannel;
  readonly receiver: Receiver;
}

/** What a bus keeps for a channel that it receives. */
export interface ReadChannel {
  readonly name: string;
  /** Replaced, never changed: an event that has come in goes to those who were there then. */
  readers: readonly Reader[];
  /** Replaced when the last reader leaves, and when it has been closed: what is published in between is missed by nobody. */
  tracker: SequenceTracker;
  /** Whether the transport has it open. */
  attached: boolean;
  settling: Promise<void> | undefined;
}

/** What the readers have to know of the transport's state. */
interface Link {
  /** Undefined if it is open, or else when it will be. */
  opened(): Promise<void> | undefined;
  /** Why it is away, where that is known. */
  problem(): TidingsError | undefined;
}

/**
 * Who reads which channel, and the channels that the transport has open because of it. Opening and closing one channel
 * never overlap: whatever was asked meanwhile, the last wish holds in the end.
 */
export class ChannelReaders {
  readonly #transport: BroadcastTransport;
  readonly #link: Link;
  readonly #failed: (channel: string, error: unknown) => void;
  readonly #channels = new Map<string, ReadChannel>();
  /** For channels that are being opened and closed. */
  readonly #wait: BoundedWait;
  #cleared = false;

  constructor(
    transport: BroadcastTransport,
    { clock, subscribeTimeoutMs }: Pick<ResolvedBusOptions, 'clock' | 'subscribeTimeoutMs'>,
    link: Link,
    failed: (channel: string, error: unknown) => void,
  ) {
    this.#transport = transport;
    this.#wait = new BoundedWait(
      clock,
      subscribeTimeoutMs,
      `the transport did not answer within ${subscribeTimeoutMs} ms (subscribeTimeoutMs)`,
      link.problem,
    );
    this.#link = link;
    this.#failed = failed;
  }

  /** The channel, if anyone reads it. */
  get(name: string): ReadChannel | undefined {
    return this.#channels.get(name);
  }

  /** The names of the channels that someone reads, sorted. */
  names(): readonly string[] {
    return [...this.#channels.values()]
      .filter(({ readers }) => readers.length > 0)
      .map(({ name }) => name)
      .sort();
  }

  /** Every receiver, once. */
  receivers(): ReadonlySet<Receiver> {
    return new Set([...this.#channels.values()].flatMap(({ readers }) => readers.map(({ receiver }) => receiver)));
  }

  /**
   * Adds a receiver to channels. Undefined once events will arrive; if that fails, it is removed again. Resolves too when
   * everybody is let go: whoever waits has to look whether the bus is closed.
   */
  add(channels: readonly AnyChannel[], receiver: Receiver): Promise<void> | undefined {
    const pending = channels.flatMap((channel) => {
      const read = this.#read(channel.name);
      read.readers = [...read.readers, { channel, receiver }];
      return this.#settle(read) ?? [];
    });
    if (pending.length === 0) return undefined;
    return this.#wait.for(Promise.all(pending)).catch((cause: unknown) => {
      const error = asTransportFailure(channels, cause);
      receiver.failed(error);
      void this.remove(receiver);
      throw error;
    });
  }

  /** Removes a receiver from one channel, or from all. Resolves when the transport has followed; never rejects. */
  async remove(receiver: Receiver, only?: string): Promise<void> {
    const names = only === undefined ? [...receiver.channelNames] : [only];
    await Promise.all(names.map((name) => this.#removeFrom(name, receiver)));
  }

  /** Lets everybody go, without a word to the transport, which is about to close. */
  clear(): void {
    this.#cleared = true;
    this.#channels.clear();
    this.#wait.letGo();
  }

  async #removeFrom(name: string, receiver: Receiver): Promise<void> {
    receiver.left(name);
    const read = this.#channels.get(name);
    if (read === undefined) return;
    read.readers = read.readers.filter((reader) => reader.receiver !== receiver);
    if (read.readers.length === 0) read.tracker = new SequenceTracker();
    try {
      const settling = this.#settle(read);
      if (settling !== undefined) await this.#wait.for(settling);
    } catch (error) {
      // If it was the opening that failed, there is nothing to close, and whoever wanted it open is told.
      if (read.attached) this.#failed(name, error);
    }
  }

  #read(name: string): ReadChannel {
    let read = this.#channels.get(name);
    if (read === undefined) {
      read = { name, readers: [], tracker: new SequenceTracker(), attached: false, settling: undefined };
      this.#channels.set(name, read);
    }
    return read;
  }

  #settle(read: ReadChannel): Promise<void> | undefined {
    if (read.settling !== undefined) return read.settling;
    if (read.attached === read.readers.length > 0) return this.#step(read);
    const opening = this.#link.opened();
    const step = opening === undefined ? this.#step(read) : opening.then(() => this.#step(read));
    if (step === undefined) return undefined;
    read.settling = this.#steps(read, step);
    return read.settling;
  }

  async #steps(read: ReadChannel, first: Promise<void>): Promise<void> {
    try {
      for (let step: Promise<void> | undefined = first; step !== undefined; step = this.#step(read)) await step;
    } catch (error) {
      // Nobody's wish for it is left: whoever waited is told that it failed, and one may not try again for another.
      if (!read.attached) read.readers = [];
      throw error;
    } finally {
      // In the same breath as the last look: whoever comes later starts anew.
      read.settling = undefined;
    }
  }

  /** Takes the transport one step towards what is wanted; undefined if it is there, now or already. */
  #step(read: ReadChannel): Promise<void> | undefined {
    if (this.#cleared) return undefined;
    const wanted = read.readers.length > 0;
    if (read.attached === wanted) {
      if (!wanted && this.#channels.get(read.name) === read) this.#channels.delete(read.name);
      return undefined;
    }
    let answer: Promise<void> | undefined;
    try {
      answer = wanted ? this.#transport.subscribe(read.name) : this.#transport.unsubscribe(read.name);
    } catch (error) {
      return Promise.reject(error);
    }
    const done = (): void => {
      read.attached = wanted;
      if (wanted) return;
      if (read.readers.length === 0) this.#channels.delete(read.name);
      else read.tracker = new SequenceTracker();
    };
    if (answer === undefined) {
      done();
      return undefined;
    }
    return answer.then(done);
  }
}

function asTransportFailure(channels: readonly AnyChannel[], cause: unknown): TidingsError {
  const names = channels.map(({ name }) => name).join(', ');
  if (isTidingsError(cause, 'timed_out')) {
    return new TidingsError('timed_out', `nothing was subscribed to ${names}: ${cause.message}`, {
      cause: cause.cause,
    });
  }
  if (isTidingsError(cause)) return cause;
  return new TidingsError('transport_failed', `the transport could not open ${names}`, { cause });
}
