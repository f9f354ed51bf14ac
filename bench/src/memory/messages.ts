import type { SpentUs } from '../profile/spent-time.js';

/** What the process of a contender says to its parent. */
export type Said =
  /** All has arrived: what that took, and how many bytes an event took from the heap. */
  {
    readonly say: 'done';
    readonly tookMs: number;
    readonly cpuMs: number;
    readonly heapBytes: number;
    readonly spentUs: SpentUs;
  };
