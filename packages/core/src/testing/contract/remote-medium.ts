import { TidingsError } from '../../errors/tidings-error.js';
import { systemClock } from '../../front/clock.js';
import { MemoryLog } from '../../memory/log/memory-log.js';
import { MemoryHub } from '../../memory/memory-hub.js';
import type { BroadcastSink, Frame } from '../../transport/broadcast-transport.js';
import type { BusTransport } from '../../transport/bus-transport.js';
import { RemoteLog } from './remote-log.js';

/** Runs things one after the other, each in a turn of the event loop of its own. */
class Wire {
  #last: Promise<unknown> = Promise.resolve();

  carry<T>(arrive: () => T): Promise<T> {
    const arrived = this.#last.then(async () => {
      await new Promise(setImmediate);
      return arrive();
    });
    // What fails holds up nothing that follows.
    this.#last = arrived.catch(() => {});
    return arrived;
  }
}

/**
 * A medium that is somewhere else: everything takes a round trip, frames arrive as bytes, and commands of one client are
 * carried out in order. For testing what memory is too quick to show.
 */
export class RemoteMedium {
  /** Where durable events are kept. */
  readonly hub: MemoryHub = new MemoryHub();
  readonly #channels = new Map<string, Set<RemoteTransport>>();
  readonly #clients = new Set<RemoteTransport>();

  /** Clients come and go, whatever channels they join. */
  enter(client: RemoteTransport): void {
    this.#clients.add(client);
  }

  exit(client: RemoteTransport): void {
    this.#clients.delete(client);
  }

  /** Cuts the lines of all clients; they are back some turns later. */
  cut(): void {
    for (const client of this.#clients) client.cut();
  }

  join(channel: string, member: RemoteTransport): void {
    this.#channels.set(channel, (this.#channels.get(channel) ?? new Set()).add(member));
  }

  leave(channel: string, member: RemoteTransport): void {
    this.#channels.get(channel)?.delete(member);
  }

  send(channel: string, frame: Frame): void {
    for (const member of this.#channels.get(channel) ?? []) member.take(channel, frame);
  }
}

const turnsAway = 5;

/** A client of a {@link RemoteMedium}. */
export class RemoteTransport implements BusTransport {
  readonly gathers: boolean = true;
  readonly log: RemoteLog;
  readonly #log: MemoryLog;
  readonly #medium: RemoteMedium;
  readonly #joined = new Set<string>();
  readonly #there = new Wire();
  readonly #back = new Wire();
  #sink: BroadcastSink | undefined;
  /** While its line is cut: resolves when it is back. */
  #away: Promise<void> | undefined;

  constructor(medium: RemoteMedium) {
    this.#medium = medium;
    this.#log = new MemoryLog(medium.hub, { partitions: 4, onceWindowMs: 60_000, clock: systemClock });
    this.log = new RemoteLog(this.#log, {
      ask: async (carryOut) => {
        const answer = await this.#there.carry(carryOut);
        return await this.#back.carry(() => answer);
      },
      tell: (arrive) => void this.#back.carry(() => this.#sink !== undefined && arrive()),
    });
  }

  open(sink: BroadcastSink): Promise<void> {
    return this.#ask(() => {
      this.#sink = sink;
      this.#medium.enter(this);
    });
  }

  isWritable(): boolean {
    return this.#sink !== undefined && this.#away === undefined;
  }

  send(channel: string, frame: string): Promise<void> {
    return this.#ask(() => this.#medium.send(channel, frame));
  }

  subscribe(channel: string): Promise<void> {
    this.#joined.add(channel);
    return this.#away ?? this.#ask(() => this.#medium.join(channel, this));
  }

  unsubscribe(channel: string): Promise<void> {
    this.#joined.delete(channel);
    return this.#away ?? this.#ask(() => this.#medium.leave(channel, this));
  }

  async close(): Promise<void> {
    this.#leaveAll();
    this.#log.close();
    this.#medium.exit(this);
    this.#sink = undefined;
  }

  /** A frame is on its way to this client. */
  take(channel: string, frame: Frame): void {
    const bytes = typeof frame === 'string' ? new TextEncoder().encode(frame) : frame;
    void this.#back.carry(() => this.#sink?.frame(channel, bytes));
  }

  /** Its line is cut, for a few turns of the event loop. */
  cut(): void {
    if (this.#away !== undefined) return;
    this.#leaveAll();
    this.#sink?.status('reconnecting', new TidingsError('connection_failed', 'the line was cut'));
    this.#away = this.#comeBack();
  }

  async #comeBack(): Promise<void> {
    for (let turn = 0; turn < turnsAway; turn += 1) await this.#ask(() => {});
    if (this.#sink === undefined) return;
    for (const channel of this.#joined) this.#medium.join(channel, this);
    this.#away = undefined;
    this.#sink.interrupted();
    this.#sink.status('ready');
  }

  #leaveAll(): void {
    for (const channel of this.#joined) this.#medium.leave(channel, this);
  }

  #ask(carryOut: () => void): Promise<void> {
    return this.#there.carry(carryOut).then(() => this.#back.carry(() => {}));
  }
}
