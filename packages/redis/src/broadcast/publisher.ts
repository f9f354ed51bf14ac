import { TidingsError } from '@tidings/core';
import { Connection } from '../connection/connection.js';
import type { ConnectionSource } from '../connection/connection-source.js';
import type { ServerFacts } from '../connection/server-facts.js';
import { isNoServer } from '../errors/is-no-server.js';
import { publishFailure } from '../errors/redis-failure.js';
import type { LinkListener } from './link-listener.js';
import type { PubSubDialect } from './pub-sub-dialect.js';

/** How a publisher is set up. */
export interface PublisherSettings {
  readonly source: ConnectionSource;
  readonly dialect: PubSubDialect;
  readonly prefix: string;
  readonly heartbeatMs: number;
  readonly settleMs: number;
}

/** The publishing side of one server: a connection of its own, and nothing is sent twice. */
export class Publisher {
  readonly #settings: PublisherSettings;
  readonly #connection: Connection;
  readonly #listener: LinkListener;
  #wasUp = false;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #writable = false;
  #problem: TidingsError | undefined;

  /** @param connected Told what the server says of itself, each time it is there. */
  constructor(
    settings: PublisherSettings,
    listener: LinkListener,
    connected: (facts: ServerFacts | undefined) => void = () => {},
  ) {
    this.#settings = settings;
    this.#listener = listener;
    this.#connection = new Connection(settings.source, 'publisher', settings.heartbeatMs, {
      refuses: (facts) => this.#refusal(facts),
      up: (_client, facts) => {
        connected(facts);
        this.#up();
      },
      down: (problem, wasUp) => this.#down(problem, wasUp),
    });
  }

  /** Whether frames can be sent now. */
  get writable(): boolean {
    return this.#writable && this.#connection.client !== undefined;
  }

  /** Why not, where that is known. */
  get problem(): TidingsError | undefined {
    return this.#problem;
  }

  /** The connection, for questions about the Cluster. */
  get connection(): Connection {
    return this.#connection;
  }

  start(): void {
    this.#connection.start();
  }

  /** Sends a frame. Rejects with what ioredis says. */
  send(channel: string, frame: string): Promise<unknown> {
    const { client } = this.#connection;
    const { dialect, prefix } = this.#settings;
    return client === undefined
      ? Promise.reject(this.failure(new Error("Stream isn't writeable"), channel))
      : dialect.publish(client, prefix + channel, frame);
  }

  /** What it means for the event that sending rejected. */
  failure(error: unknown, channel: string): TidingsError {
    if (error instanceof TidingsError) return error;
    return publishFailure(error, {
      server: this.#connection.server,
      command: this.#settings.dialect.publishCommand,
      channel,
    });
  }

  close(timeoutMs: number): Promise<void> {
    clearTimeout(this.#settling);
    this.#writable = false;
    return this.#connection.close(timeoutMs);
  }

  #refusal(facts: ServerFacts | undefined): TidingsError | undefined {
    const server = this.#connection.server;
    if (facts?.role !== 'replica') return isNoServer(server, facts);
    const message = `Redis at ${server} is a replica: what is published there reaches only those who subscribe there, so nothing is. Connect to its master, or give the Sentinels`;
    return new TidingsError('read_only', message);
  }

  #up(): void {
    // Whoever subscribes lost the same server: who publishes waits until they are back.
    if (this.#wasUp) this.#settling = setTimeout(() => this.#settled(), this.#settings.settleMs);
    else this.#settled();
    this.#wasUp = true;
  }

  #settled(): void {
    this.#writable = true;
    this.#problem = undefined;
    this.#listener.changed();
  }

  #down(problem: TidingsError, wasUp: boolean): void {
    clearTimeout(this.#settling);
    this.#writable = false;
    this.#problem = problem;
    this.#listener.changed();
    if (!wasUp) this.#listener.struggling(problem);
  }
}
