import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { nowMs } from './clock.js';

/** A subscriber that counts how much comes, and looks at nothing: every message is as long as every other. */
export class RawSubscriber implements Disposable {
  readonly #socket: Socket;
  readonly #messageBytes: number;
  #bytes = 0;
  #firstAt = 0;
  #lastAt = 0;

  private constructor(socket: Socket, messageBytes: number) {
    this.#socket = socket;
    this.#messageBytes = messageBytes;
    socket.on('data', ({ length }: Buffer) => {
      this.#lastAt = nowMs();
      if (this.#bytes === 0) this.#firstAt = this.#lastAt;
      this.#bytes += length;
    });
  }

  /** Resolves when it is subscribed. */
  static async open(
    { host, port }: { readonly host: string; readonly port: number },
    topic: string,
    text: string,
  ): Promise<RawSubscriber> {
    const socket = connect(port, host);
    await once(socket, 'connect');
    socket.write(`SUBSCRIBE ${topic}\r\n`);
    await once(socket, 'data');
    return new RawSubscriber(socket, Buffer.byteLength(`*3\r\n${bulk('message')}${bulk(topic)}${bulk(text)}`));
  }

  /** How many messages came. */
  get count(): number {
    return this.#bytes / this.#messageBytes;
  }

  clear(): void {
    this.#bytes = 0;
  }

  /** How many messages came in a second, when so many have come, or none for three seconds. */
  async perSecondOf(count: number): Promise<number> {
    const since = nowMs();
    while (this.count < count && nowMs() - Math.max(since, this.#lastAt) < 3_000) await wait(5);
    return (this.count / (this.#lastAt - this.#firstAt)) * 1_000;
  }

  [Symbol.dispose](): void {
    this.#socket.destroy();
  }
}

function bulk(text: string): string {
  return `$${Buffer.byteLength(text)}\r\n${text}\r\n`;
}
