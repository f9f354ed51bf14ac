/** What a process that starts says to its parent. */
export type Said = {
  readonly say: 'handled';
  /** When its own code began, had imported everything, and had handled an event: milliseconds since 1970. */
  readonly begunAt: number;
  readonly importedAt: number;
  readonly handledAt: number;
  /** Processor time until then, that of Node itself included, in milliseconds. */
  readonly cpuMs: number;
  /** What it holds of the machine's memory, in bytes. */
  readonly rss: number;
};
