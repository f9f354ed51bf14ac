/** What a process that counts bytes says to its parent. */
export type Said = {
  readonly say: 'counted';
  /** Bytes that remain on the heap for each. */
  readonly bytes: number;
};
