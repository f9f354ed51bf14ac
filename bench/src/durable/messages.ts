/** What a process says to its parent. */
export type Said =
  /** It is ready. */
  | { readonly say: 'ready' }
  /** The publisher: all are accepted. The worker: all are handled, and acknowledged. */
  | { readonly say: 'done'; readonly cpuMs: number };
