import type { Middleware } from '../bus/middleware.js';
import type { ResolvedBusOptions } from './bus-options.js';
import type { HandlerSubscription } from './handler-subscription.js';
import type { Listeners } from './listeners.js';
import type { PendingWork } from './pending-work.js';
import type { Totals } from './totals.js';

/** What the parts of one bus share. */
export interface BusCore {
  readonly options: ResolvedBusOptions;
  readonly listeners: Listeners;
  readonly totals: Totals;
  /** Events received and not handled to the end. */
  readonly work: PendingWork;
  /** Subscriptions that have ended while their handler was running. */
  readonly leaving: Set<HandlerSubscription>;
  /** Replaced, never changed: a running call keeps the list it began with. */
  middleware: readonly Middleware[];
}
