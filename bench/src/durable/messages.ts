import type { SpentUs } from '../profile/spent-time.js';

/** What a process says to its parent. */
export type Said =
  /** It is ready. */
  | { readonly say: 'ready' }
  /** A worker, every few milliseconds: what it has handled so far. */
  | { readonly say: 'handled'; readonly so: Handled }
  /** The publisher: all are accepted. A worker that was told to stop: what it handled is acknowledged. */
  | { readonly say: 'done'; readonly cpuMs: number; readonly spentUs: SpentUs };

/** What a worker has handled. */
export interface Handled {
  readonly count: number;
  /** The sum of the orders' numbers: together with the count it tells whether it was each of them, once. */
  readonly sum: number;
}
