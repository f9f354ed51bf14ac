import type { AnyChannel } from '../../channel/channel.js';
import { isTidingsError, TidingsError } from '../../errors/tidings-error.js';
import { partitionOf } from '../../log/partition-of.js';
import type { LogTransport } from '../../transport/log-transport.js';
import type { OutgoingEvent } from '../event-encoder.js';
import type { Outbox } from '../outbox.js';
import type { LogTarget } from './log-carrier.js';
import { logChannelOf } from './log-channel-of.js';

/** What a bus publishes on durable channels: each event goes to the partition of its key. */
export class DurableOutbox {
  readonly #outbox: Outbox<LogTarget>;
  readonly #log: LogTransport;
  readonly #targets = new Map<string, LogTarget[]>();

  constructor(outbox: Outbox<LogTarget>, log: LogTransport) {
    this.#outbox = outbox;
    this.#log = log;
  }

  /**
   * Takes events of one channel. Undefined if they are stored at once.
   *
   * @param value What whoever published them gets, once they are stored.
   */
  add<V>(
    channel: AnyChannel,
    events: readonly OutgoingEvent[],
    value: () => V,
    signal: AbortSignal | undefined,
  ): Promise<V> | undefined {
    const parts = this.#byPartition(channel, events);
    if (parts.length === 1) return this.#addPart(channel, parts[0] as Part, value, signal);
    const pending = parts.map((part) => this.#settled(channel, part, signal));
    return Promise.all(pending).then((errors) => {
      this.#requireAll(channel, events.length, parts, errors);
      return value();
    });
  }

  #addPart<V>(
    channel: AnyChannel,
    { partition, events }: Part,
    value: () => V,
    signal: AbortSignal | undefined,
  ): Promise<V> | undefined {
    const texts = events.map(({ text }) => text);
    const onceKeys = events.some(({ onceKey }) => onceKey !== undefined)
      ? events.map(({ onceKey }) => onceKey)
      : undefined;
    return this.#outbox.add(this.#target(channel, partition), texts, value, signal, onceKeys);
  }

  async #settled(channel: AnyChannel, part: Part, signal: AbortSignal | undefined): Promise<unknown> {
    try {
      await this.#addPart(channel, part, () => {}, signal);
      return undefined;
    } catch (error) {
      return error;
    }
  }

  #requireAll(channel: AnyChannel, count: number, parts: readonly Part[], errors: readonly unknown[]): void {
    const failed = errors.filter((error) => error !== undefined);
    const [first] = failed;
    if (first === undefined) return;
    const codes = new Set(failed.map((error) => (isTidingsError(error) ? error.code : 'outcome_unknown')));
    if (failed.length === parts.length && codes.size === 1) throw first;
    const lost = parts
      .filter((_, index) => errors[index] !== undefined)
      .reduce((sum, { events }) => sum + events.length, 0);
    throw new TidingsError(
      'outcome_unknown',
      `of ${count} events for '${channel.name}', ${count - lost} were stored; of the other ${lost} some may have been`,
      { channel: channel.name, cause: first },
    );
  }

  #byPartition(channel: AnyChannel, events: readonly OutgoingEvent[]): readonly Part[] {
    const { partitions } = this.#log;
    if (channel.key === undefined) return [{ partition: 0, events }];
    const parts = new Map<number, OutgoingEvent[]>();
    for (const event of events) {
      const partition = partitionOf(event.key ?? '', partitions);
      const part = parts.get(partition);
      if (part === undefined) parts.set(partition, [event]);
      else part.push(event);
    }
    return [...parts].map(([partition, those]) => ({ partition, events: those }));
  }

  #target(channel: AnyChannel, partition: number): LogTarget {
    let targets = this.#targets.get(channel.name);
    if (targets === undefined) {
      targets = [];
      this.#targets.set(channel.name, targets);
    }
    const { name } = channel;
    targets[partition] ??= { key: `${name} ${partition}`, channel: name, partition, log: logChannelOf(channel) };
    return targets[partition];
  }
}

interface Part {
  readonly partition: number;
  readonly events: readonly OutgoingEvent[];
}
