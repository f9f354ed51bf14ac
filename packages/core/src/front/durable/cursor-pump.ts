import type { AnyChannel } from '../../channel/channel.js';
import { printable } from '../../errors/printable.js';
import { isTidingsError, TidingsError } from '../../errors/tidings-error.js';
import type { LogEntry, LogReader, LogSink, LogTransport } from '../../transport/log-transport.js';
import type { BusCore } from '../bus-core.js';
import { isTurnOver, turnPassed } from '../turns.js';
import { type Beginning, type Passed, placeIn, readBeginning, timeOf, writeCursor } from './cursor-text.js';
import { DurableDelivery } from './durable-delivery.js';
import { entryEvents, isEntryProblem } from './entry-events.js';
import { logChannelOf } from './log-channel-of.js';
import { isRefused, readEvent, tellInvalid } from './read-event.js';

/** One channel that is read. */
interface Track {
  readonly channel: AnyChannel;
  readonly beginning: Beginning;
  readonly passed: Map<number, Passed>;
  reader: LogReader | undefined;
  available: boolean;
}

/** What a pump does with what it reads. */
export interface PumpActions {
  /** Takes an event; the next one comes when this resolves. */
  deliver(delivery: DurableDelivery): Promise<void> | undefined;
  /** It can't go on. */
  stopped(error: TidingsError): void;
}

/** So many events are asked for at a time. */
const eventsPerTake = 512;
const againMs = 1_000;

/** Reads durable channels without a group: one event after the other, each reader for itself. */
export class CursorPump {
  readonly #core: BusCore;
  readonly #log: LogTransport;
  readonly #onUnreadable: 'stop' | 'skip';
  readonly #actions: PumpActions;
  readonly #tracks: ReadonlyMap<string, Track>;
  #wake: (() => void) | undefined;
  #ended = false;
  #running: Promise<void> = Promise.resolve();

  /** @throws TidingsError `invalid_option`, if it can't begin there */
  constructor(
    core: BusCore,
    log: LogTransport,
    channels: readonly AnyChannel[],
    { from, onUnreadable }: { readonly from: unknown; readonly onUnreadable: 'stop' | 'skip' },
    actions: PumpActions,
  ) {
    this.#core = core;
    this.#log = log;
    this.#onUnreadable = onUnreadable;
    this.#actions = actions;
    const beginning = readBeginning(from);
    if (beginning.passed.size > 0 && channels.length > 1) {
      throw new TidingsError('invalid_option', 'a cursor belongs to one channel: read each from its own');
    }
    this.#tracks = new Map(
      channels.map((channel) => [
        channel.name,
        { channel, beginning, passed: new Map(beginning.passed), reader: undefined, available: true },
      ]),
    );
  }

  /** Begins to read. Resolves once events will arrive. */
  async open(): Promise<void> {
    await Promise.all([...this.#tracks.values()].map((track) => this.#open(track)));
    if (!this.#ended) this.#running = this.#run();
  }

  /** Reads nothing more of a channel. */
  async leave(channel: string): Promise<void> {
    const track = this.#tracks.get(channel);
    (this.#tracks as Map<string, Track>).delete(channel);
    if (this.#tracks.size === 0) this.#end();
    await track?.reader?.close();
  }

  /** Reads nothing more. Resolves when nothing is under way. */
  async close(): Promise<void> {
    this.#end();
    await Promise.all([...this.#tracks.values()].map(({ reader }) => reader?.close()));
    await this.#running;
  }

  #end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async #open(track: Track): Promise<void> {
    const { channel, beginning } = track;
    const reader = await this.#log.read(logChannelOf(channel), beginning.start, this.#sink(track));
    track.reader = reader;
    for (const [partition, id] of reader.begins) {
      if (!track.passed.has(partition)) track.passed.set(partition, { id, index: undefined });
    }
    if (this.#ended) await reader.close();
  }

  #sink(track: Track): LogSink {
    return {
      available: () => {
        track.available = true;
        this.#wake?.();
      },
      lost: () => {},
      revoked: () => {},
      reset: () => this.#gap(track.channel, 'reset', undefined),
      failed: (error) => this.#failed(error, track.channel),
    };
  }

  async #run(): Promise<void> {
    while (!this.#ended) {
      const track = [...this.#tracks.values()].find(({ available, reader }) => available && reader !== undefined);
      if (track === undefined) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        this.#wake = undefined;
        continue;
      }
      track.available = false;
      await this.#read(track);
    }
  }

  async #read(track: Track): Promise<void> {
    let entries: readonly LogEntry[] = [];
    try {
      entries = (await track.reader?.take(eventsPerTake)) ?? [];
    } catch (error) {
      this.#failed(error, track.channel);
      this.#core.options.clock.setTimeout(() => {
        track.available = true;
        this.#wake?.();
      }, againMs);
    }
    if (entries.length > 0) track.available = true;
    for (const entry of entries) {
      if (!this.#reads(track)) return;
      await this.#take(track, entry);
    }
  }

  #reads({ channel }: Track): boolean {
    return !this.#ended && this.#tracks.has(channel.name);
  }

  async #take(track: Track, entry: LogEntry): Promise<void> {
    const { partition, id } = entry;
    const before = track.passed.get(partition);
    // Of an entry in which it was to go on, and which is gone, those before that place are not missed.
    const missed = entry.missedBefore - (before?.index === undefined || before.id === id ? 0 : before.index + 1);
    if (missed > 0) this.#gap(track.channel, 'trimmed', missed);
    const elements = entryEvents(entry.payload, this.#core.options.limits.eventBytes);
    if (isEntryProblem(elements)) tellInvalid(this.#core, track.channel.name, elements);
    else {
      const first = before?.id === id && before.index !== undefined ? before.index + 1 : 0;
      for (let index = first; index < elements.length; index += 1) {
        if (!this.#reads(track)) return;
        const given = this.#give(track, entry, elements[index], placeIn(elements, index));
        if (given !== undefined) await given;
        if (isTurnOver()) await turnPassed();
        if (this.#ended) return;
        track.passed.set(partition, { id, index });
      }
    }
    track.passed.set(partition, { id, index: undefined });
  }

  #give(
    track: Track,
    { id, partition }: LogEntry,
    element: unknown,
    index: number | undefined,
  ): Promise<void> | undefined {
    const { channel } = track;
    try {
      const read = readEvent(this.#core, channel, element);
      if (!isRefused(read)) {
        const places: readonly (readonly [number, Passed])[] = [
          ...[...track.passed].filter(([other]) => other !== partition),
          [partition, { id, index }],
        ];
        const cursor = writeCursor(timeOf(id), places);
        return this.#actions.deliver(new DurableDelivery(channel, read.envelope, read.data, 1, cursor));
      }
      if (read.reason === 'version') this.#unreadable(channel, read);
    } catch (error) {
      this.#failed(error, channel);
    }
    return undefined;
  }

  #unreadable(
    channel: AnyChannel,
    {
      eventId,
      message,
      envelope,
    }: {
      readonly eventId: string | undefined;
      readonly message: string;
      readonly envelope: { readonly version: number } | undefined;
    },
  ): void {
    const { name } = channel;
    tellInvalid(this.#core, name, { reason: 'version', message, eventId, version: envelope?.version });
    if (this.#onUnreadable === 'skip') return;
    this.#end();
    const which = eventId === undefined ? '' : ` ${printable(eventId)}`;
    this.#actions.stopped(
      new TidingsError(
        'unreadable',
        `reading '${name}' stopped before event${which}, which this reader is too old for: ${message}. Update it, or skip such events (onUnreadable: 'skip')`,
        { channel: name, eventId },
      ),
    );
  }

  #gap(channel: AnyChannel, reason: 'trimmed' | 'reset', count: number | undefined): void {
    this.#core.listeners.emit('gap', { reason, channel: channel.name, count });
  }

  #failed(cause: unknown, { name }: AnyChannel): void {
    const error = isTidingsError(cause)
      ? cause
      : new TidingsError('transport_failed', `'${name}' could not be read`, { cause, channel: name });
    this.#core.listeners.emit('error', error);
  }
}
