import { setTimeout as wait } from 'node:timers/promises';
import { decodeData, type HandlerContext, isTidingsError, type PublishOptions, type Subscription } from '@tidings/core';
import { RedisBus } from '@tidings/redis';
import type { Outcome } from '../ledger/report.js';
import {
  channelNumber,
  type DurableNumberedChannel,
  durableChannels,
  type KeyedEvent,
  type NumberedEvent,
  withKey,
} from '../participant/numbered-event.js';
import { limitOf, outgrownOptions } from './limit-of.js';
import { listenToBus } from './listen-to-bus.js';
import type { Buried, Medium, MediumListener, Misbehaviour, Outgrown } from './medium.js';
import type { MediumSpec } from './medium-spec.js';

/** So many events may a worker be at. */
const concurrency = 64;
/** So many may a handler be at that misbehaves. */
export const misbehavingConcurrency = 4;
/** So often is tried what fails. */
export const misbehavingAttempts = 3;

/** A `RedisBus` and its durable channels. */
export class DurableBusMedium implements Medium {
  readonly #bus: RedisBus;
  readonly #channels: readonly DurableNumberedChannel[];
  readonly #handlerMs: number;
  readonly #listener: MediumListener;
  readonly #misbehaving: Subscription[] = [];
  #atOnce = 0;
  crowdCalls = 0;
  mostAtOnce = 0;

  constructor(
    { options, channels, retention, handlerMs }: Extract<MediumSpec, { kind: 'durable-bus' }>,
    listener: MediumListener,
  ) {
    this.#bus = new RedisBus(options);
    this.#channels = durableChannels(channels, retention);
    this.#handlerMs = handlerMs;
    this.#listener = listener;
    listenToBus(this.#bus, listener);
  }

  get waiting(): number {
    return this.#bus.health().outgoing;
  }

  /** Compiles the schemas of all channels: of ten thousand that takes seconds, in which nothing else would be done. */
  prepare(): void {
    const event = withKey({ publisher: -1, n: 0, at: 0, note: '' });
    for (const channel of this.#channels) {
      this.#bus.encode(channel, event);
      decodeData(channel, event);
    }
  }

  async publish(channel: number, event: NumberedEvent, options: PublishOptions = {}): Promise<Outcome> {
    try {
      await this.#bus.publish(this.#channels[channel] as DurableNumberedChannel, withKey(event), options);
      return 'accepted';
    } catch (error) {
      const outcome = isTidingsError(error) ? error.code : 'thrown';
      this.#listener.log(`publish rejected with ${outcome}`, error);
      return outcome;
    }
  }

  async work(): Promise<void> {
    const options = { group: 'workers', concurrency } as const;
    await this.#each((channel) =>
      this.#bus.subscribe(
        channel,
        ({ id, channel: name, data }) => this.#handle(channelNumber(name), data, id),
        options,
      ),
    );
  }

  async read(): Promise<void> {
    await this.#each((channel) =>
      this.#bus.subscribe(
        channel,
        ({ id, channel: name, data }) => this.#listener.handled(channelNumber(name), data, id),
        { from: 'start', onUnreadable: 'skip' },
      ),
    );
  }

  async misbehave(how: Misbehaviour): Promise<void> {
    const handler = (_event: unknown, { signal }: HandlerContext): Promise<never> => {
      if (how === 'throws') throw new Error('on purpose');
      this.#atOnce += 1;
      this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
      signal.addEventListener('abort', () => {
        this.#atOnce -= 1;
      });
      return new Promise(() => {});
    };
    this.#misbehaving.push(
      await this.#bus.subscribe(this.#channels[0] as DurableNumberedChannel, handler, {
        group: how,
        from: 'new',
        concurrency: misbehavingConcurrency,
        handlerTimeoutMs: 200,
        retry: { maxAttempts: misbehavingAttempts, minDelayMs: 50 },
      }),
    );
  }

  async behave(): Promise<void> {
    await Promise.all(this.#misbehaving.map((subscription) => subscription.close()));
  }

  async buried(): Promise<Buried> {
    const admin = this.#bus.admin(this.#channels[0] as DurableNumberedChannel);
    const deadLetters: Record<string, number> = {};
    for (let after: string | undefined; ; ) {
      const page = await admin.deadLetters({ group: 'workers', ...(after !== undefined && { after }) });
      for (const { code } of page) deadLetters[code] = (deadLetters[code] ?? 0) + 1;
      after = page.at(-1)?.id;
      if (after === undefined) break;
    }
    const group = (await admin.groups()).find(({ name }) => name === 'workers');
    return { deadLetters, parked: group?.parked ?? 0 };
  }

  async outgrow(): Promise<Outgrown> {
    const channel = this.#channels[0] as DurableNumberedChannel;
    const [fits, isTooLong] = limitOf((event, options) => this.#bus.encode(channel, withKey(event), options));
    return {
      largest: await this.publish(0, fits, outgrownOptions),
      tooLarge: await this.publish(0, isTooLong, outgrownOptions),
    };
  }

  async crowd(handlers: number): Promise<void> {
    const count = (): void => {
      this.crowdCalls += 1;
    };
    const channel = this.#channels[0] as DurableNumberedChannel;
    await Promise.all(Array.from({ length: handlers }, () => this.#bus.subscribe(channel, count, { from: 'new' })));
  }

  close(): Promise<void> {
    return this.#bus.close();
  }

  async #each(subscribe: (channel: DurableNumberedChannel) => Promise<unknown>): Promise<void> {
    await Promise.all(this.#channels.map(subscribe));
  }

  async #handle(channel: number, event: KeyedEvent, id: string): Promise<void> {
    if (this.#handlerMs > 0) {
      await this.#listener.began(channel, event);
      await wait(this.#handlerMs);
    }
    await this.#listener.handled(channel, event, id);
  }
}
