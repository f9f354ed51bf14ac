import { isTidingsError, type PublishOptions, type Subscription } from '@tidings/core';
import { RedisBus, type RedisBusOptions } from '@tidings/redis';
import type { Outcome } from '../ledger/report.js';
import {
  channelNumber,
  type NumberedChannel,
  type NumberedEvent,
  numberedChannels,
} from '../participant/numbered-event.js';
import { limitOf, outgrownOptions } from './limit-of.js';
import { listenToBus } from './listen-to-bus.js';
import type { Medium, MediumListener, Misbehaviour, Outgrown } from './medium.js';

/** A `RedisBus`, and all that it tells. */
export class BusMedium implements Medium {
  readonly #bus: RedisBus;
  readonly #channels: readonly NumberedChannel[];
  readonly #listener: MediumListener;
  readonly #misbehaving: Subscription[] = [];
  crowdCalls = 0;

  constructor(options: RedisBusOptions, channels: number, listener: MediumListener) {
    this.#bus = new RedisBus(options);
    this.#channels = numberedChannels(channels);
    this.#listener = listener;
    listenToBus(this.#bus, listener);
  }

  get waiting(): number {
    return this.#bus.health().outgoing;
  }

  async publish(channel: number, event: NumberedEvent, options: PublishOptions = {}): Promise<Outcome> {
    try {
      await this.#bus.publish(this.#channels[channel] as NumberedChannel, event, options);
      return 'accepted';
    } catch (error) {
      const outcome = isTidingsError(error) ? error.code : 'thrown';
      this.#listener.log(`publish rejected with ${outcome}`, error);
      return outcome;
    }
  }

  async subscribe(): Promise<void> {
    await Promise.all(
      this.#channels.map((channel) =>
        this.#bus.subscribe(channel, (event) => this.#listener.received(channelNumber(event.channel), event.data)),
      ),
    );
  }

  async misbehave(how: Misbehaviour): Promise<void> {
    const handler =
      how === 'throws'
        ? () => {
            throw new Error('on purpose');
          }
        : () => new Promise(() => {});
    const channel = this.#channels[0] as NumberedChannel;
    this.#misbehaving.push(await this.#bus.subscribe(channel, handler, { handlerTimeoutMs: 200 }));
  }

  async behave(): Promise<void> {
    await Promise.all(this.#misbehaving.map((subscription) => subscription.close()));
  }

  async outgrow(): Promise<Outgrown> {
    const channel = this.#channels[0] as NumberedChannel;
    const [fits, isTooLong] = limitOf((event, options) => this.#bus.encode(channel, event, options));
    return {
      largest: await this.publish(0, fits, outgrownOptions),
      tooLarge: await this.publish(0, isTooLong, outgrownOptions),
    };
  }

  async crowd(handlers: number): Promise<void> {
    const count = (): void => {
      this.crowdCalls += 1;
    };
    await Promise.all(
      Array.from({ length: handlers }, () => this.#bus.subscribe(this.#channels[0] as NumberedChannel, count)),
    );
  }

  close(): Promise<void> {
    return this.#bus.close();
  }
}
