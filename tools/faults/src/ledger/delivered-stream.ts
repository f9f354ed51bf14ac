import { EventState, isDenied } from './event-state.js';
import type { PublishedStream } from './published-stream.js';

/** How a durable channel's events are ordered. */
export interface Ordering {
  /** Events whose numbers leave the same rest when divided by this keep their order. Undefined if none do. */
  readonly lanes: number | undefined;
}

/** What a group handled, or a reader read, of one publisher on one channel. */
export class DeliveredStream {
  /** By number: when it was handled first, and when last. */
  readonly firstAt: number[] = [];
  readonly lastAt: number[] = [];
  /** By number: under which id. */
  readonly #ids: (string | undefined)[] = [];
  received = 0;
  duplicates = 0;
  otherIds = 0;
  /** When the newest that was handled was published. */
  newestSentAt: number = Number.NEGATIVE_INFINITY;
  readonly #arrivals: (readonly [sentAt: number, at: number])[] = [];

  take(n: number, sentAt: number, at: number, id: string | undefined): void {
    const before = this.firstAt[n];
    this.received += 1;
    if (before === undefined) {
      this.#ids[n] = id;
      this.#arrivals.push([sentAt, at]);
    } else {
      this.duplicates += 1;
      if (this.#ids[n] !== id) this.otherIds += 1;
    }
    // Several workers report, and not in the order in which things happened.
    this.firstAt[n] = Math.min(before ?? at, at);
    this.lastAt[n] = Math.max(this.lastAt[n] ?? at, at);
    this.newestSentAt = Math.max(this.newestSentAt, sentAt);
  }

  /** How many came for the first time after a later one of their lane had. */
  outOfOrder({ lanes }: Ordering): number {
    if (lanes === undefined) return 0;
    const latest = new Map<number, number>();
    let total = 0;
    for (const [n, at] of this.firstAt.entries()) {
      if (at === undefined) continue;
      const before = latest.get(n % lanes) ?? Number.NEGATIVE_INFINITY;
      if (at < before) total += 1;
      latest.set(n % lanes, Math.max(before, at));
    }
    return total;
  }

  /** Those that were accepted, published before then, and are not here. */
  missing({ states, sentAt }: PublishedStream, before: number = Number.POSITIVE_INFINITY): number {
    let total = 0;
    for (const [n, state] of states.entries()) {
      if (state === EventState.accepted && this.firstAt[n] === undefined && (sentAt[n] ?? 0) < before) total += 1;
    }
    return total;
  }

  /** Those that are here although the publish had said that they were not sent. */
  contradicted({ states }: PublishedStream): number {
    return states.filter((state, n) => isDenied(state) && this.firstAt[n] !== undefined).length;
  }

  /** How long events took that were published in [from, to). */
  latencies(from: number, to: number): readonly number[] {
    return this.#arrivals.flatMap(([sentAt, at]) => (sentAt >= from && sentAt < to ? [at - sentAt] : []));
  }

  /** When the first event came that was published then or later; undefined if none did. */
  flowedAt(since: number): number | undefined {
    const times = this.#arrivals.flatMap(([sentAt, at]) => (sentAt >= since ? [at] : []));
    return times.length === 0 ? undefined : times.reduce((least, each) => Math.min(least, each));
  }

  /** When the last of those came that had been published by then; undefined if there is none. */
  caughtUpAt(by: number): number | undefined {
    const times = this.#arrivals.flatMap(([sentAt, at]) => (sentAt < by ? [at] : []));
    return times.length === 0 ? undefined : times.reduce((most, each) => Math.max(most, each));
  }
}
