import type { Outcome } from './report.js';

/** What is known of an event that was published. */
export const EventState = {
  /** Its promise has not settled. */
  pending: 0,
  /** The server has taken it. */
  accepted: 1,
  /** It may have, and it may have not. */
  unknown: 2,
  /** It has refused it. The event had been given its number by then. */
  refused: 3,
  /** It was not sent; whether it had its number by then can not be told. */
  notSent: 4,
  /** It never left the queue, and never had a number. */
  neverLeft: 5,
} as const;

export type EventState = (typeof EventState)[keyof typeof EventState];

const refusals: readonly string[] = [
  'permission_denied',
  'authentication_failed',
  'out_of_memory',
  'read_only',
  'loading',
];
const neverLeft: readonly string[] = [
  'timed_out',
  'closed',
  'aborted',
  'queue_full',
  'too_large',
  'too_deep',
  'invalid_payload',
];

/** What an outcome says of the event. */
export function stateAfter(outcome: Outcome): EventState {
  if (outcome === 'accepted') return EventState.accepted;
  if (refusals.includes(outcome)) return EventState.refused;
  if (neverLeft.includes(outcome)) return EventState.neverLeft;
  return outcome === 'not_sent' ? EventState.notSent : EventState.unknown;
}

/** Whether the publish said that the event was not, and will not be, delivered. */
export function isDenied(state: EventState | undefined): boolean {
  return state === EventState.refused || state === EventState.notSent || state === EventState.neverLeft;
}

/** Whether a missing event counts in a hole: surely, perhaps, or surely not. */
export function inHole(state: EventState | undefined): 'yes' | 'perhaps' | 'no' {
  if (state === EventState.notSent || state === EventState.pending) return 'perhaps';
  return state === EventState.neverLeft || state === undefined ? 'no' : 'yes';
}
