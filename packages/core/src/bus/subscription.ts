/// <reference lib="esnext.disposable" preserve="true" />
/** A running subscription. */
export interface Subscription extends AsyncDisposable {
  /** The channels it still receives from. */
  readonly channels: readonly string[];
  /** Whether it has ended, by whatever way. */
  readonly closed: boolean;
  /** Events waiting for the handler now. */
  readonly queued: number;
  /** Events lost because the queue was full. */
  readonly dropped: number;
  /**
   * Ends it. What has not started is not delivered afterwards; what is running goes on, and is not waited for (so a
   * handler may await this). Idempotent; never rejects for reasons of the transport, which are reported as `error`.
   */
  close(): Promise<void>;
}
