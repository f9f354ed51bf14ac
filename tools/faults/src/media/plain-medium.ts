import { Redis } from 'ioredis-6';
import type { Outcome } from '../ledger/report.js';
import { channelName, channelNumber, type NumberedEvent } from '../participant/numbered-event.js';
import type { Medium, MediumListener, Misbehaviour, Outgrown } from './medium.js';
import type { PlainOptions } from './medium-spec.js';
import { queueLength } from './queue-length.js';

export const plainPrefix = 'plain:';

/** What `proto-max-bulk-len` is at least. */
export const largestBulk = 1_048_576;
/** So many events that are too large does a plain client publish at once. */
export const plainOutgrown = 4;

/** Two ioredis clients with its defaults, one to publish and one to subscribe, as its README shows. */
export class PlainMedium implements Medium {
  readonly #connect: (role: string) => Redis;
  readonly #channels: number;
  readonly #listener: MediumListener;
  #publisher: Redis | undefined;
  #subscriber: Redis | undefined;

  constructor(url: string | undefined, options: PlainOptions, channels: number, listener: MediumListener) {
    this.#connect = (role) => {
      const all = { ...options, connectionName: `${options.connectionName}:${role}` };
      return url === undefined ? new Redis(all) : new Redis(url, all);
    };
    this.#channels = channels;
    this.#listener = listener;
  }

  get waiting(): number {
    return this.#publisher === undefined ? 0 : queueLength(this.#publisher);
  }

  publish(channel: number, event: NumberedEvent): Promise<Outcome> {
    return this.#publishText(plainPrefix + channelName(channel), JSON.stringify(event));
  }

  async subscribe(): Promise<void> {
    this.#subscriber = this.#watched(this.#connect('subscriber'));
    this.#subscriber.on('message', (name, text) => {
      this.#listener.received(channelNumber(name.slice(plainPrefix.length)), JSON.parse(text) as NumberedEvent);
    });
    const names = Array.from({ length: this.#channels }, (_, channel) => plainPrefix + channelName(channel));
    await this.#subscriber.subscribe(...names);
  }

  async misbehave(how: Misbehaviour): Promise<void> {
    // It calls listeners and looks no further, so one that never resolves is nothing to it.
    if (how === 'hangs') return;
    this.#subscriber?.on('message', (name) => {
      if (name === plainPrefix + channelName(0)) throw new Error('on purpose');
    });
  }

  async outgrow(): Promise<Outgrown> {
    const name = `${plainPrefix}none`;
    const largest = await this.#publishText(name, 'x'.repeat(largestBulk));
    const tooLarge = 'x'.repeat(largestBulk + 1);
    // The server says why, and hangs up; mostly that is not read in time, and then the event is sent again, and again. One
    // that is lucky has company.
    const outcomes = Array.from({ length: plainOutgrown }, () => this.#publishText(name, tooLarge));
    return { largest, tooLarge: (await Promise.all(outcomes))[0] ?? '' };
  }

  close(): Promise<void> {
    this.#publisher?.disconnect();
    this.#subscriber?.disconnect();
    return Promise.resolve();
  }

  async #publishText(name: string, text: string): Promise<Outcome> {
    this.#publisher ??= this.#watched(this.#connect('publisher'));
    try {
      await this.#publisher.publish(name, text);
      return 'accepted';
    } catch (error) {
      this.#listener.log('publish rejected', error);
      return 'outcome_unknown';
    }
  }

  #watched(client: Redis): Redis {
    client.on('error', (error) => this.#listener.log('error', error));
    client.on('close', () => this.#listener.tell({ kind: 'status', status: 'reconnecting' }));
    client.on('ready', () => this.#listener.tell({ kind: 'status', status: 'ready' }));
    return client;
  }
}
