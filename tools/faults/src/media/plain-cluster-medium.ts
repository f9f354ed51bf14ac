import { Cluster } from 'ioredis-6';
import type { Outcome } from '../ledger/report.js';
import { channelName, channelNumber, type NumberedEvent } from '../participant/numbered-event.js';
import type { Medium, MediumListener } from './medium.js';
import type { PlainOptions } from './medium-spec.js';
import { plainPrefix } from './plain-medium.js';

/** ioredis's Cluster client with its defaults, and with the one setting that its sharded Pub/Sub needs. */
export class PlainClusterMedium implements Medium {
  readonly #connect: (role: string) => Cluster;
  readonly #channels: number;
  readonly #listener: MediumListener;
  #publisher: Cluster | undefined;
  #subscriber: Cluster | undefined;
  #waiting = 0;

  constructor(
    nodes: readonly { readonly host: string; readonly port: number }[],
    redisOptions: PlainOptions,
    channels: number,
    listener: MediumListener,
  ) {
    this.#connect = (role) => {
      const connectionName = `${redisOptions.connectionName}:${role}`;
      return new Cluster([...nodes], { shardedSubscribers: true, redisOptions: { ...redisOptions, connectionName } });
    };
    this.#channels = channels;
    this.#listener = listener;
  }

  get waiting(): number {
    return this.#waiting;
  }

  async publish(channel: number, event: NumberedEvent): Promise<Outcome> {
    this.#publisher ??= this.#watched(this.#connect('publisher'));
    this.#waiting += 1;
    try {
      await this.#publisher.spublish(plainPrefix + channelName(channel), JSON.stringify(event));
      return 'accepted';
    } catch (error) {
      this.#listener.log('publish rejected', error);
      return 'outcome_unknown';
    } finally {
      this.#waiting -= 1;
    }
  }

  async subscribe(): Promise<void> {
    const subscriber = this.#watched(this.#connect('subscriber'));
    this.#subscriber = subscriber;
    subscriber.on('smessage', (name: string, text: string) => {
      this.#listener.received(channelNumber(name.slice(plainPrefix.length)), JSON.parse(text) as NumberedEvent);
    });
    await new Promise<void>((resolve, reject) => {
      subscriber.once('ready', resolve);
      subscriber.once('error', reject);
    });
    // A call takes channels of one slot only.
    await Promise.all(
      Array.from({ length: this.#channels }, (_, channel) => subscriber.ssubscribe(plainPrefix + channelName(channel))),
    );
  }

  close(): Promise<void> {
    this.#publisher?.disconnect();
    this.#subscriber?.disconnect();
    return Promise.resolve();
  }

  #watched(client: Cluster): Cluster {
    client.on('error', (error) => this.#listener.log('error', error));
    client.on('close', () => this.#listener.tell({ kind: 'status', status: 'reconnecting' }));
    client.on('ready', () => this.#listener.tell({ kind: 'status', status: 'ready' }));
    return client;
  }
}
