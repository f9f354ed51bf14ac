import { TidingsError } from '../errors/tidings-error.js';

/** One layer around the rest. */
export interface Layer<C, R> {
  /** Shown when it breaks the contract of `next`. */
  readonly name: string | undefined;
  run(call: C, next: () => Promise<R>): Promise<R>;
}

/**
 * Runs layers around a core, the first outermost. Whatever throws becomes a rejection. A layer that does not wait for
 * `next()` takes what it rejects with upon itself: it must not end the process.
 */
export function compose<C, R>(layers: readonly Layer<C, R>[], call: C, core: () => Promise<R>): Promise<R> {
  const run = (index: number): Promise<R> => {
    const layer = layers[index];
    let called = false;
    const next = (): Promise<R> => {
      const rest: Promise<R> = called
        ? Promise.reject(new TidingsError('middleware_failed', `${layer?.name ?? 'a middleware'} called next() twice`))
        : run(index + 1);
      called = true;
      rest.catch(() => {});
      return rest;
    };
    try {
      return layer === undefined ? core() : Promise.resolve(layer.run(call, next));
    } catch (error) {
      return Promise.reject(error);
    }
  };
  return run(0);
}
