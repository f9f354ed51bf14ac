import type { BatchContext, GroupContext } from '../../bus/handler-context.js';
import type { Envelope } from '../../envelope/read-envelope.js';
import { DeliveryContext } from '../delivery.js';
import { refuse } from '../option-checks.js';

/** What a handler decided about an event, other than by returning or throwing. */
export type Decision =
  | { readonly kind: 'retry'; readonly afterMs: number | undefined }
  | { readonly kind: 'deadLetter'; readonly reason: string };

/** What one call of a group's handler is told. */
export class GroupDeliveryContext extends DeliveryContext implements GroupContext {
  readonly group: string;
  readonly attempt: number;
  /** What it decided last. */
  decision: Decision | undefined;

  constructor(envelope: Envelope, group: string, attempt: number) {
    super(envelope);
    this.group = group;
    this.attempt = attempt;
  }

  // Functions that need no `this`, so that a handler may take the context apart. Most ask for none.
  get retry(): (afterMs?: number) => void {
    return (afterMs) => {
      this.decision = retryAfter(afterMs);
    };
  }

  get deadLetter(): (reason: string) => void {
    return (reason) => {
      this.decision = deadLetterFor(reason);
    };
  }
}

/** What one call of a batch handler is told. */
export class BatchDeliveryContext<E> implements BatchContext<E> {
  readonly group: string;
  readonly decisions: Map<E, Decision> = new Map();
  readonly #events: ReadonlySet<E>;
  readonly #controller = new AbortController();

  constructor(events: readonly E[], group: string) {
    this.#events = new Set(events);
    this.group = group;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  readonly retry = (event: E, afterMs?: number): void => {
    this.#decide(event, retryAfter(afterMs));
  };

  readonly deadLetter = (event: E, reason: string): void => {
    this.#decide(event, deadLetterFor(reason));
  };

  /** Fires the signal. */
  abort(reason: unknown): void {
    this.#controller.abort(reason);
  }

  #decide(event: E, decision: Decision): void {
    if (!this.#events.has(event)) refuse('this event', ['it is none of those that this call of the handler got']);
    this.decisions.set(event, decision);
  }
}

function retryAfter(afterMs: unknown): Decision {
  if (afterMs !== undefined && !(Number.isFinite(afterMs) && (afterMs as number) >= 0)) {
    refuse('this call of retry', ['afterMs must be a number of milliseconds from 0']);
  }
  return { kind: 'retry', afterMs: afterMs as number | undefined };
}

function deadLetterFor(reason: unknown): Decision {
  if (typeof reason !== 'string' || reason === '') refuse('this call of deadLetter', ['give the reason, as a text']);
  return { kind: 'deadLetter', reason: String(reason).slice(0, 1_000) };
}
