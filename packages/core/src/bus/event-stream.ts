/// <reference lib="esnext.disposable" preserve="true" />
/**
 * Events as an async iterable. It receives from the moment it is made, into a bounded buffer; `ready` resolves once
 * events will arrive. One consumer; leaving the loop closes it.
 *
 * The loop ends, without an error, on `break`, `return()`, `close()`, an aborted signal, and when the bus closes, then
 * after what is buffered. It throws only if the subscription could not be made, or if the buffer ran over under the
 * policy `'error'`.
 *
 * @example
 * ```ts
 * await using stream = bus.events(orderPlaced);
 * await stream.ready;
 * for await (const event of stream) console.error(event.data.total);
 * ```
 */
export interface EventStream<E> extends AsyncIterableIterator<E, undefined, undefined>, AsyncDisposable {
  /** Resolves once events will arrive, or it has been closed; rejects if it could not be made. May be left alone. */
  readonly ready: Promise<void>;
  /** Events waiting in the buffer. */
  readonly buffered: number;
  /** Events lost because the buffer was full. */
  readonly dropped: number;
  /** Events handed to the consumer. */
  readonly delivered: number;
  /** Waits for the next event; after the end, `done`. Several calls may wait at once and are served in order. */
  next(): Promise<IteratorResult<E, undefined>>;
  /** What `break` calls: closes the stream. */
  return(): Promise<IteratorResult<E, undefined>>;
  /** Stops receiving and ends the loop at once; what is buffered is let go. Idempotent. */
  close(): Promise<void>;
}
