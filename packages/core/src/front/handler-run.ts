import { TidingsError } from '../errors/tidings-error.js';
import type { BusCore } from './bus-core.js';
import type { Deadlines, Expiring } from './deadlines.js';

/** What a call of a handler is about. */
export interface RunSubject {
  /** The channel's name. */
  readonly channel: string;
  /** The event's id; of several events, the first one's. */
  readonly eventId: string;
  /** The event, or events, in words: for when it fails. */
  words(): string;
  /** How many events. */
  readonly count: number;
}

/** What such a call can be told. */
interface Abortable {
  abort(reason: unknown): void;
}

/** How it ended: well, by an error, or given up by those who had begun it. */
export type RunOutcome = 'succeeded' | 'abandoned' | TidingsError;

/** One call of a handler. */
export class HandlerRun<Context extends Abortable = Abortable, Subject extends RunSubject = RunSubject>
  implements Expiring
{
  /** Where it is among those that run. */
  seat = 0;
  readonly subject: Subject;
  readonly context: Context;
  readonly #core: BusCore;
  readonly #startedAt: number;
  readonly #timeoutMs: number;
  readonly #onOver: (run: HandlerRun<Context, Subject>, outcome: RunOutcome) => void;
  #settled = false;

  constructor(
    core: BusCore,
    subject: Subject,
    context: Context,
    timeoutMs: number,
    onOver: (run: HandlerRun<Context, Subject>, outcome: RunOutcome) => void,
  ) {
    this.#core = core;
    this.subject = subject;
    this.context = context;
    this.#timeoutMs = timeoutMs;
    this.#onOver = onOver;
    this.#startedAt = core.listeners.has('delivered') || core.listeners.has('failed') ? performance.now() : 0;
  }

  get settled(): boolean {
    return this.#settled;
  }

  /** Calls the handler, and is over when what it returns has settled, or its deadline has passed. */
  start(call: () => unknown, deadlines: Deadlines): void {
    let outcome: Promise<unknown> | undefined;
    try {
      const returned = call();
      // A thenable may be anything: a promise of ours reads it, and takes what it throws.
      if (isThenable(returned)) outcome = Promise.resolve(returned);
    } catch (error) {
      this.#failed(error);
      return;
    }
    if (outcome === undefined) {
      this.#succeeded();
      return;
    }
    deadlines.add(this);
    outcome.then(
      () => this.#succeeded(),
      (error: unknown) => this.#failed(error),
    );
  }

  expire(): void {
    const { channel, eventId } = this.subject;
    const error = new TidingsError(
      'handler_timeout',
      `a handler of '${channel}' has been at ${this.subject.words()} for ${this.#timeoutMs} ms (handlerTimeoutMs); its signal is aborted, and the next event is handled`,
      { channel, eventId },
    );
    this.context.abort(error);
    this.#fail(error);
  }

  /** Nobody waits for it any longer. */
  abandon(reason: TidingsError): void {
    if (this.#settled) return;
    this.context.abort(reason);
    this.#over('abandoned');
  }

  #succeeded(): void {
    if (this.#settled) return;
    const { listeners, totals } = this.#core;
    const { channel, count } = this.subject;
    totals.delivered += count;
    if (listeners.has('delivered')) {
      listeners.emit('delivered', { channel, durationMs: performance.now() - this.#startedAt });
    }
    this.#over('succeeded');
  }

  #failed(cause: unknown): void {
    const { channel, eventId } = this.subject;
    this.#fail(
      new TidingsError('handler_failed', `a handler of '${channel}' failed with ${this.subject.words()}`, {
        cause,
        channel,
        eventId,
      }),
    );
  }

  #fail(error: TidingsError): void {
    if (this.#settled) return;
    const { listeners, totals } = this.#core;
    totals.failed += this.subject.count;
    if (listeners.has('failed')) {
      listeners.emit('failed', { channel: this.subject.channel, durationMs: performance.now() - this.#startedAt });
    }
    this.#over(error);
  }

  #over(outcome: RunOutcome): void {
    this.#settled = true;
    this.#onOver(this, outcome);
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
