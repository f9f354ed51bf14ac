import type { TidingsError } from '../errors/tidings-error.js';
import type { ResolvedBusOptions } from './bus-options.js';
import type { Listeners } from './listeners.js';
import type { MiddlewareLayers } from './middleware-layers.js';
import type { PendingWork } from './pending-work.js';
import type { Totals } from './totals.js';

/** What a handler has to do, for those who count it or wait for it. */
export interface HandlerWork {
  readonly queued: number;
  readonly running: number;
  /** Nobody waits any longer: what runs is aborted, what waits is let go. */
  abandon(reason: TidingsError): void;
}

/** What the parts of one bus share. */
export interface BusCore {
  readonly options: ResolvedBusOptions;
  readonly listeners: Listeners;
  readonly totals: Totals;
  /** Events received and not handled to the end. */
  readonly work: PendingWork;
  /** Subscriptions that have ended while their handler was running. */
  readonly leaving: Set<HandlerWork>;
  layers: MiddlewareLayers;
}
