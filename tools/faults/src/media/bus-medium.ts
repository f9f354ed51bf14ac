import { isTidingsError, type PublishOptions, type Subscription } from '@tidings/core';
import { RedisBus, type RedisBusOptions } from '@tidings/redis';
import type { Outcome } from '../ledger/report.js';
import {
  channelNumber,
  type NumberedChannel,
  type NumberedEvent,
  numberedChannels,
  publisherNumber,
} from '../participant/numbered-event.js';
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
    this.#listenToBus();
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
    const event = (length: number): NumberedEvent => ({ publisher: -1, n: 0, at: 0, note: 'x'.repeat(length) });
    // One that is made would be of varying length.
    const options = { id: 'at-the-limit' };
    let [fits, isTooLong] = [0, 4_194_304];
    while (isTooLong - fits > 1) {
      const length = Math.floor((fits + isTooLong) / 2);
      try {
        this.#bus.encode(channel, event(length), options);
        fits = length;
      } catch {
        isTooLong = length;
      }
    }
    return {
      largest: await this.publish(0, event(fits), options),
      tooLarge: await this.publish(0, event(isTooLong), options),
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

  #listenToBus(): void {
    const { tell, log } = this.#listener;
    this.#bus.on('status', ({ status, problem }) => {
      tell({ kind: 'status', status, problem: problem?.code });
      if (problem !== undefined) log(`status ${status}`, problem);
    });
    this.#bus.on('gap', (gap) => {
      log('gap', gap);
      if (gap.reason !== 'hole') tell({ kind: 'gap', reason: gap.reason, count: gap.count });
      else this.#listener.hole(publisherNumber(gap.source ?? ''), channelNumber(gap.channel ?? ''), gap.count ?? 0);
    });
    this.#bus.on('invalid', (report) => {
      log('invalid', report);
      tell({ kind: 'invalid', reason: report.reason });
    });
    this.#bus.on('error', (error) => {
      log('error', error);
      tell({ kind: 'error', code: error.code });
    });
    this.#bus.on('warning', ({ message }) => log('warning', message));
  }
}
