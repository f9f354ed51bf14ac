/** A question that may be dropped. */
export type Ask<T> = (dropped: AbortSignal) => Promise<T>;

/** Everybody who was asked failed: why, in the order in which they were asked. */
export class NoAnswer extends Error {
  override readonly name: string = 'NoAnswer';
  readonly reasons: readonly unknown[];

  constructor(reasons: readonly unknown[]) {
    super('nobody answered');
    this.reasons = reasons;
  }
}

/**
 * Asks one after the other, the next as soon as one has failed or has not answered for a while, and takes the first
 * answer; the other questions are dropped.
 *
 * @param slowMs When to ask the next without waiting any longer.
 * @throws NoAnswer
 */
export function firstAnswer<T>(asks: readonly Ask<T>[], slowMs: number, given: AbortSignal): Promise<T> {
  const over = new AbortController();
  const reasons: unknown[] = [];
  let asked = 0;
  let failed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drop = (): void => {};
  return new Promise<T>((resolve, reject) => {
    const next = (): void => {
      clearTimeout(timer);
      const at = asked;
      const ask = asks[at];
      if (ask === undefined || over.signal.aborted) return;
      asked += 1;
      timer = setTimeout(next, slowMs);
      ask(over.signal).then(resolve, (reason: unknown) => {
        reasons[at] = reason;
        failed += 1;
        if (failed === asks.length) reject(new NoAnswer(reasons));
        else next();
      });
    };
    drop = () => {
      over.abort();
      reject(new NoAnswer(reasons));
    };
    given.addEventListener('abort', drop);
    if (asks.length === 0 || given.aborted) drop();
    else next();
  }).finally(() => {
    clearTimeout(timer);
    given.removeEventListener('abort', drop);
    over.abort();
  });
}
