/** What this process uses, in MB. */
export interface MemoryFigures {
  readonly heapMb: number;
  readonly rssMb: number;
  /** Outside the heap of V8: buffers, mostly. */
  readonly externalMb: number;
}

/** What this process uses when its garbage is collected. @throws if it was started without `--expose-gc` */
export function settledMemory(): MemoryFigures {
  if (globalThis.gc === undefined) throw new Error('this process needs --expose-gc');
  globalThis.gc();
  const { heapUsed, rss, external } = process.memoryUsage();
  return { heapMb: heapUsed / 1_048_576, rssMb: rss / 1_048_576, externalMb: external / 1_048_576 };
}
