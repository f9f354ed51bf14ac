import { TidingsError } from '@tidings/core';
import type { LinkListener } from '../broadcast/link-listener.js';
import { Connection } from '../connection/connection.js';
import type { ConnectionSource } from '../connection/connection-source.js';
import type { ServerFacts } from '../connection/server-facts.js';
import { isNoServer } from '../errors/is-no-server.js';
import type { LogServer } from './log-servers.js';

/** How a link is set up. */
export interface LogLinkSettings {
  readonly source: ConnectionSource;
  readonly heartbeatMs: number;
  /** Whether the server is meant to be a node of a Cluster. */
  readonly cluster: boolean;
}

/** Streams that can be trimmed by id and whose pending entries tell what is gone: what a log rests on. */
const leastMajor = 7;

/** The connection to one server that carries its part of the log. It is made when it is first needed. */
export class LogLink {
  readonly #settings: LogLinkSettings;
  readonly #listener: LinkListener;
  readonly #connection: Connection;
  #started = false;
  #closed = false;
  #problem: TidingsError | undefined;
  #unfit: TidingsError | undefined;

  constructor(settings: LogLinkSettings, listener: LinkListener) {
    this.#settings = settings;
    this.#listener = listener;
    this.#connection = new Connection(settings.source, 'log', settings.heartbeatMs, {
      refuses: (facts) => this.#refusal(facts),
      up: (_client, facts) => {
        this.#unfit = this.#unfitness(facts);
        this.#problem = undefined;
        listener.changed();
      },
      down: (problem, wasUp) => this.#down(problem, wasUp),
    });
  }

  /** The server, while commands can be sent. The first time, this starts to connect. */
  get server(): LogServer | undefined {
    if (!this.#started && !this.#closed) {
      this.#started = true;
      this.#connection.start();
    }
    const { client, server } = this.#connection;
    if (client === undefined) return undefined;
    return this.#unfit === undefined ? { name: server, client } : { name: server, unfit: this.#unfit };
  }

  /** Why it is away; undefined as long as it was never needed. */
  get problem(): TidingsError | undefined {
    return this.#problem;
  }

  /** The server is not the master any more: it is looked for anew. */
  demote(): void {
    this.#connection.drop(this.#replica());
  }

  async close(timeoutMs: number): Promise<void> {
    this.#closed = true;
    await this.#connection.close(timeoutMs);
  }

  #down(problem: TidingsError, wasUp: boolean): void {
    this.#problem = problem;
    this.#listener.changed();
    if (!wasUp) this.#listener.struggling(problem);
  }

  #refusal(facts: ServerFacts | undefined): TidingsError | undefined {
    return facts?.role === 'replica' ? this.#replica() : isNoServer(this.#connection.server, facts);
  }

  #replica(): TidingsError {
    const message = `Redis at ${this.#connection.server} is a replica, which takes nothing: looking for its master`;
    return new TidingsError('read_only', message);
  }

  #unfitness(facts: ServerFacts | undefined): TidingsError | undefined {
    const { server } = this.#connection;
    if (facts === undefined || (facts.major !== undefined && facts.major < leastMajor)) {
      const message = `Redis at ${server} can keep no durable channel: that needs Redis ${leastMajor} or newer`;
      return new TidingsError('unsupported', message);
    }
    if (facts.mode !== 'cluster' || this.#settings.cluster) return undefined;
    const message = `Redis at ${server} is part of a Cluster, and has only part of a durable channel: give it as 'cluster'`;
    return new TidingsError('unsupported', message);
  }
}
