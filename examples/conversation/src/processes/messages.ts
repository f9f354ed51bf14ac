import type { MeetingPlace } from '../open-bus.js';
import type { Published } from '../record.js';

/**
 * What the main process says to the others. The place is said by IPC rather than by arguments, which everybody on the machine
 * can read.
 */
export type Order =
  | { readonly kind: 'start'; readonly place: MeetingPlace; readonly folder: string }
  /** The publisher shall begin. */
  | { readonly kind: 'publish' }
  /** A worker shall finish what it is at, and leave. */
  | { readonly kind: 'finish' };

/** What they say to it. */
export type Report =
  | { readonly kind: 'ready' }
  /** The publisher: the bus has accepted this. */
  | { readonly kind: 'accepted'; readonly event: Published }
  /** A worker: this is in its transcript. */
  | { readonly kind: 'handled'; readonly id: string }
  | { readonly kind: 'finished' }
  /** Something its bus tells of, and goes on. */
  | { readonly kind: 'problem'; readonly message: string }
  /** Why it gives up. */
  | { readonly kind: 'failed'; readonly message: string };
