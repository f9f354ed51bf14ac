import { TidingsError } from '../errors/tidings-error.js';
import type { Expiring } from './deadlines.js';

/** What is told of events that have settled. */
export interface Sized {
  /** How many there were. */
  readonly size: number;
}

/**
 * The events of one `publish` or `publishMany`, on their way: settled once, whatever comes first.
 *
 * @typeParam V What whoever published them gets.
 */
export class OutgoingEvents<V = unknown> implements Expiring, Sized {
  readonly #channel: string;
  #envelopes: readonly string[];
  /** How many there are. */
  readonly size: number;
  readonly #onSettled: (events: Sized) => void;
  readonly #problem: () => TidingsError | undefined;
  #value: (() => V) | undefined;
  readonly #onceKeys: readonly (string | undefined)[] | undefined;
  #sent = 0;
  #accepted = 0;
  #settled = false;
  #error: TidingsError | undefined;
  #resolve: ((value: unknown) => void) | undefined;
  #reject: ((error: TidingsError) => void) | undefined;
  #stopListening: (() => void) | undefined;

  /**
   * @param value What whoever published them gets, once they are accepted.
   * @param problem What keeps the transport away at the moment.
   * @param onceKeys The keys under which they are stored once, where they have one.
   */
  constructor(
    channel: string,
    envelopes: readonly string[],
    value: () => V,
    onSettled: (events: Sized) => void,
    problem: () => TidingsError | undefined = () => undefined,
    onceKeys?: readonly (string | undefined)[],
  ) {
    this.#channel = channel;
    this.#envelopes = envelopes;
    this.size = envelopes.length;
    this.#value = value;
    this.#onSettled = onSettled;
    this.#problem = problem;
    this.#onceKeys = onceKeys;
  }

  get settled(): boolean {
    return this.#settled;
  }

  get hasUnsent(): boolean {
    return this.#sent < this.size;
  }

  /** How long the next envelope is, its number included. */
  get nextLength(): number {
    return (this.#envelopes[this.#sent]?.length ?? 0) + 80;
  }

  /** The key under which the next envelope is stored once, if it has one. */
  get nextOnceKey(): string | undefined {
    return this.#onceKeys?.[this.#sent];
  }

  /** The next envelope to send. */
  take(): string {
    const envelope = this.#envelopes[this.#sent] as string;
    this.#sent += 1;
    return envelope;
  }

  /** What the caller of `publish` gets: undefined if all is well already. */
  outcome(): Promise<V> | undefined {
    if (this.#settled) return this.#error === undefined ? undefined : Promise.reject(this.#error);
    return new Promise((resolve, reject) => {
      this.#resolve = resolve as (value: unknown) => void;
      this.#reject = reject;
    });
  }

  /** Gives up when the signal fires, if nothing has been sent by then. */
  listenTo(signal: AbortSignal): void {
    const abort = (): void => {
      if (this.#sent === 0) this.abandon('aborted', 'its signal was aborted', signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    this.#stopListening = () => signal.removeEventListener('abort', abort);
  }

  /** The transport took some of them. */
  accepted(count: number): void {
    this.#accepted += count;
    if (this.#accepted === this.size) this.#settle(undefined);
  }

  /** The transport failed with some of them: the rest is not sent. */
  failed(count: number, error: TidingsError): void {
    this.#settle(count === this.size ? error : this.#halfWay(count, error));
  }

  /** The transport is away, and nothing waits for it. */
  refuse(error: TidingsError): void {
    this.#settle(this.#sent === 0 ? error : this.#halfWay(0, error));
  }

  expire(): void {
    const problem = this.#problem();
    const reason = 'the transport did not take it within publishTimeoutMs';
    this.abandon('timed_out', problem === undefined ? reason : `${reason}: ${problem.message}`, problem);
  }

  /** Gives up: with the given code if nothing has been sent, otherwise nobody knows. */
  abandon(code: 'timed_out' | 'closed' | 'aborted' | 'not_sent', reason: string, cause?: unknown): void {
    const channel = this.#channel;
    this.#settle(
      this.#sent === 0
        ? new TidingsError(
            code,
            `nothing was published on '${channel}': ${reason}`,
            cause === undefined ? { channel } : { channel, cause },
          )
        : new TidingsError(
            'outcome_unknown',
            `what was published on '${channel}' was sent, but not answered: it may or may not have been accepted (${reason})`,
            { channel },
          ),
    );
  }

  #halfWay(count: number, cause: TidingsError): TidingsError {
    // Others are accepted, or on their way and may be.
    const othersLeft = this.#sent > count;
    const unsent = this.size - this.#sent;
    const message = `of ${this.size} events for '${this.#channel}', ${this.#accepted} were accepted and ${unsent} were not sent; the others may or may not have been accepted`;
    return new TidingsError(othersLeft ? 'outcome_unknown' : cause.code, message, {
      channel: this.#channel,
      cause,
    });
  }

  #settle(error: TidingsError | undefined): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#error = error;
    this.#stopListening?.();
    this.#onSettled(this);
    const [resolve, reject, value] = [this.#resolve, this.#reject, this.#value];
    // Its deadline may hold it for seconds: neither what it sent, nor what its publisher got.
    this.#envelopes = [];
    this.#resolve = this.#reject = this.#value = undefined;
    if (error !== undefined) reject?.(error);
    else if (value !== undefined) resolve?.(value());
  }
}
