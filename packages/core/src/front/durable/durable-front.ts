import type { ChannelAdmin } from '../../bus/channel-admin.js';
import type { CursorOptions, CursorStreamOptions, GroupOptions } from '../../bus/durable-options.js';
import type { EventStream } from '../../bus/event-stream.js';
import type { Subscription } from '../../bus/subscription.js';
import type { AnyChannel } from '../../channel/channel.js';
import { isTidingsError, TidingsError } from '../../errors/tidings-error.js';
import type { LogTransport } from '../../transport/log-transport.js';
import { BoundedWait } from '../bounded-wait.js';
import type { BusCore } from '../bus-core.js';
import { channelAdminOf } from './channel-admin-of.js';
import { CursorStream } from './cursor-stream.js';
import { CursorSubscription } from './cursor-subscription.js';
import type { DurableReceiver } from './durable-receiver.js';
import { GroupSubscription } from './group-subscription.js';
import { resolveGroupOptions, wantsGroup } from './resolve-durable-options.js';

/** What it has to know of the transport's state. */
interface Link {
  opened(): Promise<void> | undefined;
  problem(): TidingsError | undefined;
}

/** The receiving side of a bus's durable channels: who handles and who reads them, and their admin face. */
export class DurableFront {
  readonly #core: BusCore;
  readonly #log: LogTransport;
  readonly #link: Link;
  readonly #wait: BoundedWait;
  readonly #receivers = new Set<DurableReceiver>();
  /** Those that have ended and still give back what they had. */
  readonly #leaving = new Set<DurableReceiver>();
  #finished = false;

  constructor(core: BusCore, log: LogTransport, link: Link) {
    const { clock, subscribeTimeoutMs } = core.options;
    this.#core = core;
    this.#log = log;
    this.#link = link;
    const tooLate = `the log did not answer within ${subscribeTimeoutMs} ms (subscribeTimeoutMs)`;
    this.#wait = new BoundedWait(clock, subscribeTimeoutMs, tooLate, link.problem);
  }

  /** Those that receive, ended ones whose handler still runs included. */
  get receivers(): readonly DurableReceiver[] {
    return [...this.#receivers, ...this.#leaving];
  }

  /** How many receive a channel. */
  count(channel: string): number {
    return [...this.#receivers].filter(({ channelNames }) => channelNames.has(channel)).length;
  }

  /** The channels that somebody receives. */
  names(): readonly string[] {
    return [...new Set([...this.#receivers].flatMap(({ channelNames }) => [...channelNames]))];
  }

  /** @throws TidingsError `invalid_option` */
  async subscribe(channels: readonly AnyChannel[], handler: unknown, options: unknown): Promise<Subscription> {
    const ended = (own: DurableReceiver): void => this.#ended(own);
    let receiver: Subscription & DurableReceiver;
    if (wantsGroup(options)) {
      const resolved = resolveGroupOptions(handler, options);
      const { signal } = options as GroupOptions;
      receiver = new GroupSubscription(this.#core, this.#log, channels, handler, resolved, { signal, ended });
    } else {
      receiver = new CursorSubscription(this.#core, this.#log, channels, handler, options as CursorOptions, ended);
    }
    this.#receivers.add(receiver);
    try {
      await this.#open(channels, receiver);
    } catch (error) {
      void receiver.close();
      throw error;
    }
    return receiver;
  }

  /** @throws TidingsError `invalid_option` */
  stream(channels: readonly AnyChannel[], options: unknown): EventStream<unknown> {
    const stream = new CursorStream<unknown>(this.#core, this.#log, channels, options as CursorStreamOptions, (own) =>
      this.#ended(own),
    );
    this.#receivers.add(stream);
    if ((options as CursorStreamOptions).signal?.aborted) {
      void stream.close();
      return stream;
    }
    stream.ready = this.#open(channels, stream);
    // Nobody has to look at `ready`: the loop tells the same.
    stream.ready.catch(() => {});
    return stream;
  }

  /** Ends, for one channel, the subscriptions of a handler, or all. */
  async unsubscribe(channel: string, handler: unknown): Promise<void> {
    const concerned = [...this.#receivers].filter((receiver) => handler === undefined || receiver.handler === handler);
    await Promise.all(concerned.map((receiver) => receiver.leave(channel)));
  }

  admin(channel: AnyChannel): ChannelAdmin {
    return channelAdminOf(this.#log, channel, (asked) => this.#inTime(asked));
  }

  /** Nothing begins any more. */
  finish(drain: boolean): void {
    this.#finished = true;
    for (const receiver of [...this.#receivers]) receiver.finish(drain);
  }

  /** Nobody waits any longer for what runs. */
  abandon(reason: TidingsError): void {
    for (const receiver of this.receivers) receiver.abandon(reason);
  }

  /** Resolves when everything that was taken has been given back or acknowledged. */
  async over(): Promise<void> {
    await Promise.all(this.receivers.map(({ over }) => over));
  }

  /** Whoever waits is let go. */
  clear(): void {
    this.#wait.letGo();
  }

  #ended(receiver: DurableReceiver): void {
    this.#receivers.delete(receiver);
    this.#leaving.add(receiver);
    void receiver.over.finally(() => this.#leaving.delete(receiver));
  }

  async #open(channels: readonly AnyChannel[], receiver: DurableReceiver): Promise<void> {
    const opening = Promise.resolve(this.#link.opened()).then(() => receiver.open());
    try {
      await this.#wait.for(opening);
    } catch (cause) {
      throw asFailure(channels, cause);
    }
  }

  async #inTime<T>(asked: () => Promise<T>): Promise<T> {
    if (this.#finished) throw new TidingsError('closed', 'the log can not be asked: the bus is closed');
    let answer: { readonly value: T } | undefined;
    const asking = Promise.resolve(this.#link.opened()).then(async () => {
      answer = { value: await asked() };
    });
    await this.#wait.for(asking);
    if (answer === undefined) throw new TidingsError('closed', 'the bus was closed before the log answered');
    return (answer as { readonly value: T }).value;
  }
}

function asFailure(channels: readonly AnyChannel[], cause: unknown): TidingsError {
  const names = channels.map(({ name }) => name).join(', ');
  if (isTidingsError(cause, 'timed_out')) {
    return new TidingsError('timed_out', `nothing was subscribed to ${names}: ${cause.message}`, {
      cause: cause.cause,
    });
  }
  if (isTidingsError(cause)) return cause;
  return new TidingsError('transport_failed', `the log of ${names} could not be read`, { cause });
}
