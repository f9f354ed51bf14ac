import { isTidingsError, TidingsError } from '@tidings/core';
import type { Redis } from 'ioredis';
import { Connection } from '../connection/connection.js';
import type { ConnectionSource } from '../connection/connection-source.js';
import type { ServerFacts } from '../connection/server-facts.js';
import { isNoServer } from '../errors/is-no-server.js';
import { isReplyError, movedTo, redisFailure } from '../errors/redis-failure.js';
import type { LinkListener } from './link-listener.js';
import type { PubSubDialect } from './pub-sub-dialect.js';

/** How a subscriber is set up. */
export interface SubscriberSettings {
  readonly source: ConnectionSource;
  readonly dialect: PubSubDialect;
  readonly prefix: string;
  readonly heartbeatMs: number;
  /** Whether a replica will do: it has what its master's publishers say, as long as the two are in touch. */
  readonly replicaWillDo: boolean;
}

/** What a subscriber tells. */
export interface SubscriberListener extends LinkListener {
  /** A frame came in. */
  frame(channel: string, frame: Uint8Array): void;
  /** The connection was away and is back; these channels missed what was said meanwhile. */
  returned(channels: readonly string[]): void;
  /** A channel that was open is refused now. It is tried again. */
  refused(error: TidingsError): void;
  /** A channel that was lost while the connection was there is open again. */
  regained(channel: string): void;
  /** Another server of the Cluster has the slot. */
  moved(): void;
}

interface Wanted {
  readonly name: string;
  /** `opening`: asked for, not answered yet. `lost`: was open, and will be again. */
  state: 'opening' | 'open' | 'lost';
  /** Why the server refuses it. */
  refusal?: TidingsError | undefined;
  /** Who waits for it to open for the first time. */
  waiting?: { readonly resolve: () => void; readonly reject: (error: TidingsError) => void } | undefined;
}

const retryRefusedMs = 1_000;

/**
 * The subscribing side of one server: a connection of its own for any number of channels. After a reconnect it subscribes
 * again by itself, many channels to a call; one that is refused harms no other and is tried again.
 */
export class Subscriber {
  readonly #settings: SubscriberSettings;
  readonly #listener: SubscriberListener;
  readonly #connection: Connection;
  readonly #wanted = new Map<string, Wanted>();
  readonly #lost = new Set<Wanted>();
  /** Channels that were lost and that restoring has opened so far. */
  #back: string[] = [];
  #retry: ReturnType<typeof setTimeout> | undefined;
  #restoring = false;
  #up = false;
  /** Counts the times it was there: what is answered in one says nothing about the next. */
  #session = 0;
  #problem: TidingsError | undefined;

  constructor(settings: SubscriberSettings, listener: SubscriberListener) {
    this.#settings = settings;
    this.#listener = listener;
    this.#connection = new Connection(settings.source, 'subscriber', settings.heartbeatMs, {
      made: (client) => this.#listenTo(client),
      refuses: (facts) => this.#refusal(facts),
      up: (client) => void this.#restore(client),
      down: (problem, wasUp) => this.#down(problem, wasUp),
    });
  }

  /** Whether it is there, and has asked again for all that is wanted. */
  get connected(): boolean {
    return this.#up && !this.#restoring;
  }

  /** Whether it is there and hears every channel that was ever open. */
  get whole(): boolean {
    return this.connected && this.#lost.size === 0;
  }

  /** Why not, where that is known. */
  get problem(): TidingsError | undefined {
    if (!this.#up) return this.#problem;
    for (const { refusal } of this.#lost) if (refusal !== undefined) return refusal;
    return undefined;
  }

  /** The client, while commands can be sent. */
  get client(): Redis | undefined {
    return this.#up ? this.#connection.client : undefined;
  }

  start(): void {
    this.#connection.start();
  }

  /** Whether the channel is open, as far as is known. */
  isOpen(name: string): boolean {
    return this.#wanted.get(name)?.state === 'open';
  }

  /** Resolves once the channel is open; rejects if the server refuses it. While the server is away, waits for it. */
  subscribe(name: string): Promise<void> {
    const wanted: Wanted = { name, state: 'opening' };
    const opened = new Promise<void>((resolve, reject) => {
      wanted.waiting = { resolve, reject };
    });
    this.#wanted.set(name, wanted);
    const { client } = this.#connection;
    if (client !== undefined && this.#up) void this.#open(client, [wanted]);
    return opened;
  }

  /** Resolves once nothing comes in on the channel any more. */
  async unsubscribe(name: string): Promise<void> {
    const wanted = this.#wanted.get(name);
    if (wanted === undefined) return;
    this.#forget(wanted);
    const { client } = this.#connection;
    if (client === undefined) return;
    const { dialect, prefix } = this.#settings;
    try {
      await dialect.unsubscribe(client, [prefix + name]);
    } catch (error) {
      // Without a connection there is no subscription either; nor on a server that no longer has the slot.
      if (isReplyError(error) && movedTo(error) === undefined) throw this.#failure(error, name, false);
    }
  }

  /** Takes over channels that were open on another server, or are not any more here: each is lost until it is `regained`. */
  adopt(names: readonly string[]): void {
    for (const name of names) {
      this.forget(name);
      const wanted: Wanted = { name, state: 'lost' };
      this.#wanted.set(name, wanted);
      this.#lost.add(wanted);
    }
    this.#listener.changed();
    this.reopen(names);
  }

  /** Asks again for those of the channels that are not open. */
  reopen(names: readonly string[]): void {
    const { client } = this;
    const closed = names.flatMap((name) => this.#wanted.get(name) ?? []).filter(({ state }) => state !== 'open');
    if (client !== undefined) void this.#openAll(client, closed);
  }

  /** Lets go of a channel that another server has now. */
  forget(name: string): void {
    const wanted = this.#wanted.get(name);
    if (wanted !== undefined) this.#forget(wanted);
  }

  close(timeoutMs: number): Promise<void> {
    clearTimeout(this.#retry);
    this.#up = false;
    this.#session += 1;
    return this.#connection.close(timeoutMs);
  }

  #listenTo(client: Redis): void {
    const { dialect, prefix } = this.#settings;
    const skip = Buffer.byteLength(prefix);
    client.on(dialect.messageEvent, (channel: Buffer, message: Buffer) => {
      const name = channel.toString('utf8', skip);
      if (this.#wanted.has(name)) this.#listener.frame(name, message);
    });
    client.on('moved', () => this.#listener.moved());
  }

  #refusal(facts: ServerFacts | undefined): TidingsError | undefined {
    const { server } = this.#connection;
    if (facts?.role !== 'replica' || this.#settings.replicaWillDo) return isNoServer(server, facts);
    return new TidingsError('read_only', `Redis at ${server} is a replica now: looking for the new master`);
  }

  #down(problem: TidingsError, wasUp: boolean): void {
    this.#up = false;
    this.#session += 1;
    this.#problem = problem;
    clearTimeout(this.#retry);
    for (const wanted of this.#wanted.values()) this.#lose(wanted);
    this.#listener.changed();
    if (!wasUp) this.#listener.struggling(problem);
  }

  async #restore(client: Redis): Promise<void> {
    this.#up = true;
    this.#restoring = true;
    const session = this.#session;
    this.#back = [];
    await this.#openAll(client, [...this.#wanted.values()]);
    // Lost again meanwhile: the next restoring takes over.
    if (this.#session !== session) return;
    this.#restoring = false;
    if (this.#back.length > 0) this.#listener.returned(this.#back);
    this.#listener.changed();
  }

  async #openAll(client: Redis, all: readonly Wanted[]): Promise<void> {
    const byChannel = new Map(all.map((wanted) => [this.#settings.prefix + wanted.name, wanted]));
    const groups = this.#settings.dialect.together([...byChannel.keys()]);
    await Promise.all(
      groups.map((group) =>
        this.#open(
          client,
          group.flatMap((channel) => byChannel.get(channel) ?? []),
        ),
      ),
    );
  }

  /** Opens channels with one call. One that is refused refuses all, so they are then tried one by one. */
  async #open(client: Redis, group: readonly Wanted[]): Promise<void> {
    const { dialect, prefix } = this.#settings;
    const still = group.filter((wanted) => this.#wanted.get(wanted.name) === wanted);
    if (still.length === 0) return;
    const session = this.#session;
    try {
      await dialect.subscribe(
        client,
        still.map(({ name }) => prefix + name),
      );
      if (this.#session === session) for (const wanted of still) this.#opened(wanted);
    } catch (error) {
      if (this.#session !== session) return;
      // Whatever it was, nobody knows what the server has: restoring the connection opens them.
      if (!isReplyError(error)) this.#connection.drop(redisFailure(error, { server: this.#connection.server }));
      else if (movedTo(error) !== undefined) this.#listener.moved();
      else if (still.length > 1) await Promise.all(still.map((wanted) => this.#open(client, [wanted])));
      else for (const wanted of still) this.#refused(wanted, error);
    }
  }

  #opened(wanted: Wanted): void {
    const wasLost = this.#lost.delete(wanted);
    wanted.state = 'open';
    wanted.refusal = undefined;
    wanted.waiting?.resolve();
    wanted.waiting = undefined;
    if (!wasLost) return;
    if (this.#restoring) {
      this.#back.push(wanted.name);
      return;
    }
    this.#listener.regained(wanted.name);
    this.#listener.changed();
  }

  #refused(wanted: Wanted, error: unknown): void {
    const failure = this.#failure(error, wanted.name, true);
    const temporary =
      isTidingsError(failure, 'loading') || /^(CLUSTERDOWN|TRYAGAIN)/.test(String((error as Error).message));
    if (wanted.waiting !== undefined && !temporary) {
      this.#forget(wanted);
      wanted.waiting.reject(failure);
      return;
    }
    const isNews = wanted.refusal === undefined;
    wanted.refusal = failure;
    if (isNews && wanted.waiting === undefined) this.#listener.refused(failure);
    this.#listener.changed();
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#retryRefused(), retryRefusedMs);
  }

  #retryRefused(): void {
    const { client } = this.#connection;
    if (client === undefined) return;
    for (const wanted of this.#wanted.values()) if (wanted.refusal !== undefined) void this.#open(client, [wanted]);
  }

  #lose(wanted: Wanted): void {
    if (wanted.state !== 'open') return;
    wanted.state = 'lost';
    this.#lost.add(wanted);
  }

  #forget(wanted: Wanted): void {
    this.#wanted.delete(wanted.name);
    if (this.#lost.delete(wanted)) this.#listener.changed();
  }

  #failure(error: unknown, channel: string, subscribing: boolean): TidingsError {
    const { subscribeCommand, unsubscribeCommand } = this.#settings.dialect;
    const command = subscribing ? subscribeCommand : unsubscribeCommand;
    return redisFailure(error, { server: this.#connection.server, command, channel });
  }
}
