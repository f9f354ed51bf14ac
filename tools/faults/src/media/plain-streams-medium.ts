import { setTimeout as wait } from 'node:timers/promises';
import { Cluster, Redis } from 'ioredis-6';
import type { Outcome } from '../ledger/report.js';
import { channelName, type NumberedEvent } from '../participant/numbered-event.js';
import type { Medium, MediumListener, Misbehaviour, Outgrown } from './medium.js';
import type { MediumSpec } from './medium-spec.js';
import { largestBulk, plainOutgrown } from './plain-medium.js';
import { queueLength } from './queue-length.js';

const group = 'workers';
const atOnce = 256;

type Spec = Extract<MediumSpec, { kind: 'plain-streams' }>;
type Client = Redis | Cluster;
type Entry = readonly [id: string, fields: readonly string[]];
type Read = readonly (readonly [stream: string, entries: readonly Entry[]])[];

/** What a channel's stream is called; in a Cluster, too. */
export function plainStream(channel: number): string {
  return `plain:${channelName(channel)}`;
}

/**
 * Streams as the READMEs have them, on ioredis with its defaults: XADD for each event; a loop of XREADGROUP, which takes what
 * its consumer has left when it starts and then what is new, and XACK.
 */
export class PlainStreamsMedium implements Medium {
  readonly #spec: Spec;
  readonly #listener: MediumListener;
  readonly #clients: Client[] = [];
  #publisher: Client | undefined;
  #misbehaviour: Misbehaviour | undefined;
  #closed = false;
  #waiting = 0;

  constructor(spec: Spec, listener: MediumListener) {
    this.#spec = spec;
    this.#listener = listener;
  }

  get waiting(): number {
    return this.#publisher instanceof Redis ? queueLength(this.#publisher) : this.#waiting;
  }

  async publish(channel: number, event: NumberedEvent): Promise<Outcome> {
    this.#publisher ??= this.#connect('publisher');
    const { maxCount } = this.#spec;
    const trim = maxCount === undefined ? [] : ['MAXLEN', '~', String(maxCount)];
    this.#waiting += 1;
    try {
      await this.#publisher.call('XADD', plainStream(channel), ...trim, '*', 'e', JSON.stringify(event));
      return 'accepted';
    } catch (error) {
      this.#listener.log('XADD rejected', error);
      return 'outcome_unknown';
    } finally {
      this.#waiting -= 1;
    }
  }

  async work(): Promise<void> {
    const { channels, nodes } = this.#spec;
    const all = Array.from({ length: channels }, (_, channel) => channel);
    const admin = this.#connect('admin');
    for (const channel of all) {
      await admin.call('XGROUP', 'CREATE', plainStream(channel), group, '0', 'MKSTREAM').catch((error: Error) => {
        if (!error.message.startsWith('BUSYGROUP')) throw error;
      });
    }
    // A call takes streams of one slot only, and blocks its connection.
    const shares = nodes === undefined ? [all] : all.map((channel) => [channel]);
    for (const share of shares) {
      const client = this.#connect('worker');
      await client.ping();
      // Nobody waits for the loop; what it throws is unhandled.
      void this.#loop(client, share);
    }
  }

  async outgrow(): Promise<Outgrown> {
    const publisher = this.#publisher ?? this.#connect('publisher');
    const add = (length: number): Promise<Outcome> =>
      publisher.call('XADD', `${plainStream(0)}.none`, '*', 'e', 'x'.repeat(length)).then(
        () => 'accepted',
        () => 'outcome_unknown',
      );
    const largest = await add(largestBulk);
    const outcomes = Array.from({ length: plainOutgrown }, () => add(largestBulk + 1));
    return { largest, tooLarge: (await Promise.all(outcomes))[0] ?? '' };
  }

  async misbehave(how: Misbehaviour): Promise<void> {
    this.#misbehaviour = how;
  }

  async behave(): Promise<void> {
    this.#misbehaviour = undefined;
  }

  close(): Promise<void> {
    this.#closed = true;
    for (const client of this.#clients) client.disconnect();
    return Promise.resolve();
  }

  async #loop(client: Client, channels: readonly number[]): Promise<void> {
    const names = channels.map(plainStream);
    let from = '0';
    while (!this.#closed) {
      const read = await this.#readGroup(client, names, from);
      if (this.#closed) return;
      const streams = byStream(read);
      if (from !== '>' && streams.every(([, entries]) => entries.length === 0)) from = '>';
      for (const [stream, entries] of streams) await this.#handleAll(client, stream, entries);
    }
  }

  /** When it is closed, what is on its way rejects. */
  async #readGroup(client: Client, names: readonly string[], from: string): Promise<unknown> {
    const args = ['GROUP', group, this.#spec.consumer, 'COUNT', String(atOnce), 'BLOCK', '0', 'STREAMS', ...names];
    try {
      return await client.call('XREADGROUP', ...args, ...names.map(() => from));
    } catch (error) {
      if (this.#closed) return null;
      throw error;
    }
  }

  async #handleAll(client: Client, stream: string, entries: readonly Entry[]): Promise<void> {
    const channel = Number(stream.slice(plainStream(0).length - 1));
    const done = await Promise.all(
      entries.map(async ([id, fields]) => {
        const text = fields?.[1];
        // Trimmed meanwhile.
        if (text !== undefined) await this.#handle(channel, JSON.parse(text) as NumberedEvent, id);
        return id;
      }),
    );
    if (done.length > 0) await client.call('XACK', stream, group, ...done);
  }

  async #handle(channel: number, event: NumberedEvent, id: string): Promise<void> {
    if (channel === 0 && this.#misbehaviour === 'throws') throw new Error('on purpose');
    if (channel === 0 && this.#misbehaviour === 'hangs') await new Promise(() => {});
    if (this.#spec.handlerMs > 0) {
      await this.#listener.began(channel, event);
      await wait(this.#spec.handlerMs);
    }
    await this.#listener.handled(channel, event, id);
  }

  #connect(role: string): Client {
    const { url, nodes, options } = this.#spec;
    const all = { ...options, connectionName: `${options.connectionName}:${role}` };
    let client: Client;
    if (nodes !== undefined) client = new Cluster([...nodes], { redisOptions: all });
    else client = url === undefined ? new Redis(all) : new Redis(url, all);
    client.on('error', (error) => this.#listener.log('error', error));
    client.on('close', () => this.#listener.tell({ kind: 'status', status: 'reconnecting' }));
    client.on('ready', () => this.#listener.tell({ kind: 'status', status: 'ready' }));
    this.#clients.push(client);
    return client;
  }
}

/** A list of pairs; with RESP3 a map, which comes as a list of keys and values in turn. */
function byStream(read: unknown): Read {
  if (read === null) return [];
  const list = Array.isArray(read) ? read : Object.entries(read as object).flat();
  if (typeof list[0] !== 'string') return list as Read;
  return list.flatMap((name, at) => (at % 2 === 0 ? [[String(name), list[at + 1] as Entry[]] as const] : []));
}
