import { connect, Socket } from 'node:net';
import { OneWay } from './one-way.js';

/** Where a TCP server listens. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** What a proxy does with the bytes of its connections. */
export type Flow = 'pass' | 'drop-replies' | 'blackhole';

/** A client's connection to the proxy, and the proxy's own to the server. */
export class ProxiedConnection {
  readonly #client: Socket;
  readonly #server: Socket;
  readonly #requests: OneWay;
  readonly #replies: OneWay;
  readonly #reachesServer: boolean;

  /** Without `to`, which is so in a blackhole, there is no server at the other end. */
  constructor(client: Socket, to: Endpoint | undefined, closed: () => void) {
    this.#client = client;
    this.#reachesServer = to !== undefined;
    this.#server = to === undefined ? new Socket() : connect({ ...to, allowHalfOpen: true, noDelay: true });
    this.#requests = new OneWay(client, this.#server);
    this.#replies = new OneWay(this.#server, client);
    this.#closeWith(client, this.#server, this.#requests);
    this.#closeWith(this.#server, client, this.#replies);
    for (const socket of [client, this.#server]) {
      socket.on('close', () => {
        if (client.destroyed && this.#server.destroyed) closed();
      });
    }
  }

  /** Resets the connection if bytes would flow again in a direction that has lost some. */
  set(flow: Flow, delayMs: number): void {
    this.#requests.set(flow === 'blackhole', delayMs);
    this.#replies.set(flow !== 'pass', delayMs);
    const healed = [this.#requests, this.#replies].some((way) => way.broken && !way.swallows);
    if (healed || (!this.#reachesServer && flow !== 'blackhole')) this.reset();
  }

  reset(): void {
    for (const socket of [this.#client, this.#server]) if (!socket.destroyed) socket.resetAndDestroy();
  }

  /** A side that breaks off is broken off at the other side too, unless that is swallowed. An orderly end is passed on by `OneWay`. */
  #closeWith(side: Socket, other: Socket, way: OneWay): void {
    side.on('error', () => {});
    side.on('close', (hadError) => {
      if (hadError && !way.swallows && !other.destroyed) other.resetAndDestroy();
    });
  }
}
