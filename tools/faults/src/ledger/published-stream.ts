import { EventState, stateAfter } from './event-state.js';
import type { Outcome } from './report.js';

/** What one publisher published on one channel. */
export class PublishedStream {
  readonly states: EventState[] = [];
  /** When each was published. */
  readonly sentAt: number[] = [];

  /** The number of the last one; -1 if there is none. */
  get last(): number {
    return this.states.length - 1;
  }

  sent(n: number, at: number): void {
    this.states[n] = EventState.pending;
    this.sentAt[n] = at;
  }

  settled(n: number, outcome: Outcome): void {
    this.states[n] = stateAfter(outcome);
  }

  /** How many were published in [from, to). */
  sentBetween(from: number, to: number): number {
    return firstFrom(this.sentAt, to) - firstFrom(this.sentAt, from);
  }
}

/** Where the first number stands that is not below a bound, in a list that ascends. */
export function firstFrom(ascending: readonly number[], bound: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
