import type { TidingsError } from '@tidings/core';
import type { Redis } from 'ioredis';
import { isReplyError, redisFailure } from '../errors/redis-failure.js';
import { backoffMs } from './backoff.js';
import type { ConnectionSource } from './connection-source.js';
import { askFacts, type ServerFacts } from './server-facts.js';
import { Watchdog } from './watchdog.js';

/** What becomes of a connection. */
export interface ConnectionListener {
  /** A client was made; it may lose and find its server many times. */
  made?(client: Redis): void;
  /** Why a server that says this of itself is of no use; asked at every connect and every heartbeat. */
  refuses(facts: ServerFacts | undefined): TidingsError | undefined;
  /** It is there, for the first time or again. */
  up(client: Redis, facts: ServerFacts | undefined): void;
  /** It was lost (`wasUp`), or an attempt to get it failed. */
  down(problem: TidingsError, wasUp: boolean): void;
}

/** Less than this and a connection has not really been there: the next attempt waits longer. */
const settledMs = 200;

/**
 * One connection to one server, for one purpose, kept up until it is closed: lost, it is made again, at once and then with
 * backoff; silent, it is given up. It never resends a command.
 */
export class Connection {
  readonly #source: ConnectionSource;
  readonly #role: string;
  readonly #listener: ConnectionListener;
  readonly #watchdog: Watchdog;
  #client: Redis | undefined;
  #upSince: number | undefined;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #problem: TidingsError | undefined;
  /** Whether a heartbeat may be a HELLO: not before Redis 6, nor where the old protocol leaves a subscriber only PING. */
  #saysHello = false;
  #closed = false;

  constructor(source: ConnectionSource, role: string, heartbeatMs: number, listener: ConnectionListener) {
    this.#source = source;
    this.#role = role;
    this.#listener = listener;
    this.#watchdog = new Watchdog(heartbeatMs, {
      beat: () => this.#heartbeat(),
      dead: (silentMs) => this.drop(this.#source.silent(silentMs)),
    });
  }

  /** The server, for messages. */
  get server(): string {
    return this.#source.server;
  }

  /** The client, while commands can be sent. */
  get client(): Redis | undefined {
    const client = this.#upSince === undefined ? undefined : this.#client;
    // The server may have hung up already while ioredis has not heard of it.
    return client?.status === 'ready' && client.stream.writable ? client : undefined;
  }

  /** Starts to connect. */
  start(): void {
    void this.#connect();
  }

  /** Gives the connection up and makes it anew. */
  drop(problem: TidingsError): void {
    this.#problem ??= problem;
    this.#client?.stream?.destroy();
  }

  /** Lets go of it, by force when `timeoutMs` have passed. Never rejects. */
  async close(timeoutMs: number): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#watchdog.stop();
    const client = this.#client;
    if (client === undefined) return;
    if (client.status === 'end') {
      // It may still be listening to Sentinels.
      client.disconnect();
      return;
    }
    const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
    client.disconnect();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeUp = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timeoutMs);
    });
    await Promise.race([ended, timeUp]);
    clearTimeout(timer);
    client.stream?.destroy();
  }

  async #connect(): Promise<void> {
    if (this.#closed) return;
    this.#problem = undefined;
    let client: Redis | undefined;
    try {
      client = this.#client ??= this.#make();
      await client.connect();
      const facts = await this.#greet(client);
      if (this.#closed) return;
      const refusal = this.#listener.refuses(facts);
      if (refusal !== undefined) {
        this.drop(refusal);
        return;
      }
      this.#upSince = Date.now();
      this.#listener.up(client, facts);
    } catch (error) {
      this.#problem ??= this.#failure(error);
      // Without a client nothing ends, so nothing would try again.
      if (client === undefined) this.#ended();
      else client.stream?.destroy();
    }
  }

  #make(): Redis {
    const client = this.#source.open(this.#role);
    client.on('error', (error: unknown) => {
      this.#problem ??= this.#failure(error);
      // A refused password, say: ioredis would wait for the server to hang up.
      client.stream?.destroy();
    });
    client.on('connect', () => this.#watchdog.watch(client.stream));
    client.on('end', () => this.#ended());
    this.#listener.made?.(client);
    return client;
  }

  async #greet(client: Redis): Promise<ServerFacts | undefined> {
    try {
      const facts = await askFacts(client);
      this.#saysHello = facts.protocol === 3;
      return facts;
    } catch (error) {
      if (!isReplyError(error) || !/unknown command/i.test(error.message)) throw error;
      this.#saysHello = false;
      return undefined;
    }
  }

  #heartbeat(): Promise<unknown> | undefined {
    const { client } = this;
    if (client === undefined) return undefined;
    if (!this.#saysHello) return client.ping();
    return askFacts(client).then((facts) => {
      const refusal = this.#closed ? undefined : this.#listener.refuses(facts);
      if (refusal !== undefined) this.drop(refusal);
    });
  }

  #failure(error: unknown): TidingsError {
    const { server, secure } = this.#source;
    return redisFailure(error, { server, secure, connecting: this.#upSince === undefined });
  }

  #ended(): void {
    this.#watchdog.stop();
    if (this.#closed) return;
    const problem = this.#problem ?? this.#failure(undefined);
    const wasUp = this.#upSince !== undefined;
    if (wasUp && Date.now() - (this.#upSince ?? 0) >= settledMs) this.#attempt = 0;
    this.#upSince = undefined;
    this.#listener.down(problem, wasUp);
    if (this.#closed) return;
    if (!this.#source.reusable) {
      this.#client?.disconnect();
      this.#client = undefined;
    }
    this.#attempt += 1;
    this.#retry = setTimeout(() => void this.#connect(), backoffMs(this.#attempt));
  }
}
