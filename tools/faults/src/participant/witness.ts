import { connect, type Socket } from 'node:net';
import type { Incident, Outcome, Report, Reporter } from '../ledger/report.js';
import { nowMs } from '../process/now.js';

const everyMs = 20;

type Open = {
  -readonly [K in 'sent' | 'settled' | 'received' | 'began' | 'holes' | 'incidents']: [...(Report[K] & object)];
};

/** Omits `at`, which the witness adds. */
export type Told = Incident extends infer I ? (I extends Incident ? Omit<I, 'at'> : never) : never;

/** Writes down what a participant sees, and tells the ledger every few milliseconds. */
export class Witness {
  readonly #socket: Socket;
  readonly #vitals: () => Report['vitals'];
  #open: Open = blank();
  #turns = 0;
  #telling: Promise<void> | undefined;
  readonly #timer: ReturnType<typeof setInterval>;

  private constructor(socket: Socket, vitals: () => Report['vitals']) {
    this.#socket = socket;
    this.#vitals = vitals;
    this.#timer = setInterval(() => this.#tell(), everyMs);
  }

  /** @param vitals What to tell of the participant now and then. */
  static async at(port: number, reporter: Reporter, vitals: () => Report['vitals']): Promise<Witness> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const entered = new Promise<void>((resolve, reject) => {
      socket.once('data', () => resolve());
      socket.once('error', reject);
    });
    socket.write(`${JSON.stringify(reporter)}\n`);
    await entered;
    return new Witness(socket, vitals);
  }

  sent(channel: number, n: number, at: number): void {
    this.#open.sent.push([channel, n, at]);
  }

  settled(channel: number, n: number, outcome: Outcome, tookMs: number): void {
    this.#open.settled.push([channel, n, outcome, tookMs]);
  }

  received(publisher: number, channel: number, n: number, sentAt: number): void {
    this.#open.received.push([publisher, channel, n, sentAt, nowMs()]);
  }

  /**
   * Received of a durable channel. Resolves when the ledger is sure to learn of it, whatever becomes of this process: what is
   * acknowledged after that can't be thought lost.
   */
  handled(publisher: number, channel: number, n: number, sentAt: number, id: string): Promise<void> {
    this.#open.received.push([publisher, channel, n, sentAt, nowMs(), id]);
    return this.#soonTold();
  }

  /** Given to a handler. Resolves when the ledger is sure to learn of it. */
  began(publisher: number, channel: number, n: number): Promise<void> {
    this.#open.began.push([publisher, channel, n, nowMs()]);
    return this.#soonTold();
  }

  #soonTold(): Promise<void> {
    this.#telling ??= new Promise((resolve) => {
      // All that this turn of the event loop brings, in one write.
      setImmediate(() => {
        this.#telling = undefined;
        this.#tell(resolve);
      });
    });
    return this.#telling;
  }

  hole(publisher: number, channel: number, count: number): void {
    this.#open.holes.push([publisher, channel, count]);
  }

  tell(told: Told): void {
    this.#open.incidents.push({ ...told, at: nowMs() } as Incident);
  }

  /** Tells the rest. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#tell();
    await new Promise<void>((resolve) => this.#socket.end(() => resolve()));
  }

  /** @param told Called when the system has taken it. */
  #tell(told?: () => void): void {
    this.#turns += 1;
    const report = this.#open;
    const isDue = this.#turns % 5 === 0;
    const isEmpty = Object.values(report).every((list) => list.length === 0);
    if (!isDue && isEmpty && told === undefined) return;
    this.#open = blank();
    this.#socket.write(`${JSON.stringify(isDue ? { ...report, vitals: this.#vitals() } : report)}\n`, () => told?.());
  }
}

function blank(): Open {
  return { sent: [], settled: [], received: [], began: [], holes: [], incidents: [] };
}
