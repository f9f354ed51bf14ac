import { createServer, type Server, type Socket } from 'node:net';
import { type Endpoint, type Flow, ProxiedConnection } from './proxied-connection.js';

/** What `startProxy` needs to know. */
export interface StartProxyOptions {
  /** Where connections lead to; a `RedisServer` will do. */
  readonly to: Endpoint;
}

/**
 * Starts a TCP proxy in front of a server, to break the connections of clients that go through it.
 *
 * @example
 * ```ts
 * await using proxy = await startProxy({ to: redis });
 * const client = new Redis(proxy.url);
 * proxy.blackhole();
 * ```
 */
export async function startProxy(options: StartProxyOptions): Promise<FaultProxy> {
  const server = createServer({ allowHalfOpen: true, noDelay: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return new FaultProxy(server, options.to);
}

/** A TCP proxy with faults to switch on and off. Starts with `pass()`. */
export class FaultProxy implements AsyncDisposable {
  readonly host: string = '127.0.0.1';
  readonly port: number;
  /** `redis://127.0.0.1:<port>`, without a password. In front of a server with TLS it is `rediss://localhost:<port>` instead. */
  readonly url: string;
  readonly #server: Server;
  readonly #connections = new Set<ProxiedConnection>();
  #to: Endpoint;
  #flow: Flow = 'pass';
  #refuses = false;
  #delayMs = 0;

  /** Takes a server that listens; `startProxy` makes one. */
  constructor(server: Server, to: Endpoint) {
    const address = server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : 0;
    this.url = `redis://${this.host}:${this.port}`;
    this.#server = server;
    this.#to = to;
    server.on('connection', (client) => this.#accept(client));
  }

  /** How many connections are open, as far as the proxy can tell: what a blackhole swallows may have been an end. */
  get connections(): number {
    return this.#connections.size;
  }

  /**
   * Everything is normal again: no delay, nobody refused. Connections that have lost bytes by then are reset, because what
   * follows in their streams would make no sense; those on which nothing was sent meanwhile go on.
   */
  pass(): void {
    this.#delayMs = 0;
    this.#set('pass');
  }

  /** Nothing gets through in either direction, and nobody is told, not even of a connection's end. New connections are accepted. */
  blackhole(): void {
    this.#set('blackhole');
  }

  /** Requests reach the server, its replies are swallowed. */
  dropReplies(): void {
    this.#set('drop-replies');
  }

  /** New connections are reset at once. Open ones stay as they are: for a server that is gone, call `reset()` too. */
  refuse(): void {
    this.#refuses = true;
  }

  /** Resets (RST) all connections, on both sides. */
  reset(): void {
    for (const connection of this.#connections) connection.reset();
  }

  /** Holds back what arrives from now on, in each direction, so that a round trip takes twice as many milliseconds longer. */
  delay(ms: number): void {
    this.#delayMs = ms;
    for (const connection of this.#connections) connection.set(this.#flow, ms);
  }

  /** New connections lead there. Open ones stay where they are: `reset()` makes clients connect anew. */
  redirect(to: Endpoint): void {
    this.#to = to;
  }

  /** Resets all connections and listens no more. Nothing happens at a second call. */
  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.reset();
    await closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  #set(flow: Flow): void {
    this.#flow = flow;
    this.#refuses = false;
    for (const connection of this.#connections) connection.set(flow, this.#delayMs);
  }

  #accept(client: Socket): void {
    if (this.#refuses) {
      client.on('error', () => {});
      client.resetAndDestroy();
      return;
    }
    const to = this.#flow === 'blackhole' ? undefined : this.#to;
    const connection = new ProxiedConnection(client, to, () => this.#connections.delete(connection));
    connection.set(this.#flow, this.#delayMs);
    this.#connections.add(connection);
  }
}
