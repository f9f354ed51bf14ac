import { TidingsError } from '@tidings/core';
import type { BroadcastSink, BroadcastTransport } from '@tidings/core/transport';
import { Redis, type RedisOptions } from 'ioredis';

/**
 * Broadcast over Redis Pub/Sub with two connections, in as little code as will do: it is here to try the interface, not
 * to keep the promises of a Redis bus.
 */
export class ThrowAwayTransport implements BroadcastTransport {
  readonly gathers: boolean = true;
  readonly #publisher: Redis;
  readonly #subscriber: Redis;
  readonly #channels = new Set<string>();
  readonly #prefix: string;
  #sink: BroadcastSink | undefined;
  #away = false;

  constructor(url: string, prefix: string) {
    const options = {
      lazyConnect: true,
      maxRetriesPerRequest: 0,
      enableOfflineQueue: false,
      autoResubscribe: false,
      retryStrategy: (times: number) => Math.min(times * 20, 200),
    } satisfies RedisOptions;
    this.#publisher = new Redis(url, options);
    this.#subscriber = new Redis(url, options);
    this.#prefix = prefix;
  }

  async open(sink: BroadcastSink): Promise<void> {
    this.#sink = sink;
    for (const connection of [this.#publisher, this.#subscriber]) {
      connection.on('error', () => {});
      connection.on('close', () => this.#lost());
      connection.on('ready', () => void this.#back());
    }
    this.#subscriber.on('messageBuffer', (channel: Buffer, message: Buffer) => {
      sink.frame(channel.toString().slice(this.#prefix.length), message);
    });
    await Promise.all([this.#publisher.connect(), this.#subscriber.connect()]);
  }

  async send(channel: string, frame: string): Promise<void> {
    if (this.#publisher.status !== 'ready') throw new TidingsError('not_sent', 'the connection is down');
    try {
      await this.#publisher.publish(this.#prefix + channel, frame);
    } catch {
      throw new TidingsError('outcome_unknown', 'the connection was lost before Redis answered');
    }
  }

  async subscribe(channel: string): Promise<void> {
    this.#channels.add(channel);
    // While it is away, coming back subscribes to it.
    if (this.#subscriber.status === 'ready') await this.#subscriber.subscribe(this.#prefix + channel);
  }

  async unsubscribe(channel: string): Promise<void> {
    this.#channels.delete(channel);
    if (this.#subscriber.status === 'ready') await this.#subscriber.unsubscribe(this.#prefix + channel);
  }

  close(): Promise<void> {
    this.#sink = undefined;
    this.#publisher.disconnect();
    this.#subscriber.disconnect();
    return Promise.resolve();
  }

  #lost(): void {
    if (this.#away) return;
    this.#away = true;
    this.#sink?.status('reconnecting');
  }

  async #back(): Promise<void> {
    if (!this.#away || this.#publisher.status !== 'ready' || this.#subscriber.status !== 'ready') return;
    try {
      const channels = [...this.#channels].map((channel) => this.#prefix + channel);
      if (channels.length > 0) await this.#subscriber.subscribe(...channels);
    } catch {
      // Lost again: the next 'ready' tries anew.
      return;
    }
    this.#away = false;
    this.#sink?.interrupted();
    this.#sink?.status('ready');
  }
}
