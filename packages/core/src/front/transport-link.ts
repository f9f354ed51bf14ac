import type { BusStatus } from '../bus/bus-events.js';
import { isTidingsError, TidingsError } from '../errors/tidings-error.js';
import type { BroadcastTransport, Frame } from '../transport/broadcast-transport.js';
import type { BusCore } from './bus-core.js';

/** What follows from what the transport says. */
export interface LinkReactions {
  /** A frame came in. */
  frame(channel: string, frame: Frame): void;
  /** It may be able to send what it could not before. */
  writable(): void;
  /** It can't send for the moment, or not everything. */
  lost(): void;
  /** It could not be opened, and never will be. */
  dead(error: TidingsError): void;
}

/** A bus's hold on its transport: opened once, closed once, and what it is doing in between. */
export class TransportLink {
  readonly #core: BusCore;
  readonly #transport: BroadcastTransport;
  readonly #reactions: LinkReactions;
  #status: BusStatus = 'connecting';
  #since: Date;
  #problem: TidingsError | undefined;
  #opening: Promise<void> | undefined;
  #opened = false;

  constructor(core: BusCore, transport: BroadcastTransport, reactions: LinkReactions) {
    this.#core = core;
    this.#transport = transport;
    this.#reactions = reactions;
    this.#since = this.#now();
  }

  get status(): BusStatus {
    return this.#status;
  }

  /** Since when it has its status. */
  get since(): Date {
    return this.#since;
  }

  /** Why it is not ready, where that is known. */
  get problem(): TidingsError | undefined {
    return this.#problem;
  }

  /** Whether it was ever asked to open. */
  get used(): boolean {
    return this.#opened || this.#opening !== undefined;
  }

  /** Opens the transport, once. Undefined if it is open. */
  open(): Promise<void> | undefined {
    if (this.#opened) return undefined;
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** From now on the bus is closed: whatever the transport says of its status is its own affair. */
  end(): void {
    this.#setStatus('closed');
  }

  /** Gives the transport back, if it was ever used. Never rejects. */
  async close(timeoutMs: number): Promise<void> {
    if (this.used) await this.#transport.close(timeoutMs);
  }

  /** Tells of something that went wrong and that no caller waits for. */
  fail(cause: unknown): void {
    const error = isTidingsError(cause)
      ? cause
      : new TidingsError('transport_failed', 'the transport failed', { cause });
    this.#core.listeners.emit('error', error);
  }

  #open(): Promise<void> | undefined {
    const opening = this.#openTransport();
    if (opening !== undefined)
      return opening.then(
        () => this.#ready(),
        (cause: unknown) => this.#refused(cause),
      );
    this.#ready();
    return undefined;
  }

  #openTransport(): Promise<void> | undefined {
    try {
      return this.#transport.open({
        frame: this.#reactions.frame,
        status: (status, problem) => (status === 'ready' ? this.#ready() : this.#lost(problem)),
        writable: () => this.#opened && this.#reactions.writable(),
        interrupted: (channel) => this.#core.listeners.emit('gap', { reason: 'reconnect', channel, count: undefined }),
        failed: (cause) => this.fail(cause),
        warning: (message) => this.#core.listeners.emit('warning', { message }),
      });
    } catch (error) {
      return Promise.reject(error);
    }
  }

  #refused(cause: unknown): never {
    const error = new TidingsError('transport_failed', 'the bus could not be opened', { cause });
    this.#reactions.dead(error);
    // That closing ends an opening is nobody's failure.
    if (this.#status !== 'closed') this.fail(error);
    throw error;
  }

  #ready(): void {
    this.#opened = true;
    this.#problem = undefined;
    if (this.#status !== 'closed') this.#setStatus('ready');
    this.#reactions.writable();
  }

  #lost(problem: TidingsError | undefined): void {
    this.#problem = problem;
    if (this.#opened && this.#status !== 'closed') this.#setStatus('reconnecting');
    this.#reactions.lost();
  }

  #setStatus(status: BusStatus): void {
    if (status === this.#status) return;
    const previous = this.#status;
    this.#status = status;
    this.#since = this.#now();
    const why = status === 'reconnecting' && this.#problem !== undefined ? { problem: this.#problem } : {};
    this.#core.listeners.emit('status', { status, previous, ...why });
  }

  #now(): Date {
    return new Date(this.#core.options.clock.now());
  }
}
