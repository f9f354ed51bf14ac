import type { GapReport } from '@tidings/core';
import type { Outcome } from '../receive-all.js';

/** Where the processes of a run meet. */
export interface MeetingPlace {
  /** The address of Redis, which may hold a password. */
  readonly address: string;
  /** What the run's channels in Redis begin with. */
  readonly prefix: string;
  /** What the run's connections are called, followed by whose they are. */
  readonly name: string;
}

/**
 * What the main process says to the others. The place is said by IPC rather than by arguments, which everybody on the machine
 * can read.
 */
export type Order =
  | { readonly kind: 'start'; readonly place: MeetingPlace }
  /** The publisher may go on until it has received so many deliveries. */
  | { readonly kind: 'publish'; readonly until: number }
  /** A subscriber shall take what is on its way, and leave. */
  | { readonly kind: 'finish' };

/** What both say of themselves. */
export type CommonReport =
  /** Something its bus tells of, and goes on. */
  | { readonly kind: 'problem'; readonly message: string }
  /** Why it gives up. */
  | { readonly kind: 'failed'; readonly message: string };

/** What the publisher says. */
export type PublisherReport =
  | CommonReport
  | { readonly kind: 'ready'; readonly deliveries: number }
  | { readonly kind: 'delivery'; readonly event: string; readonly outcome: Outcome }
  | { readonly kind: 'finished' };

/** What a subscriber says. */
export type SubscriberReport =
  | CommonReport
  | { readonly kind: 'ready'; readonly channels: readonly string[] }
  | { readonly kind: 'received'; readonly channel: string }
  | { readonly kind: 'gap'; readonly gap: GapReport }
  | { readonly kind: 'finished'; readonly findings: readonly string[] };
