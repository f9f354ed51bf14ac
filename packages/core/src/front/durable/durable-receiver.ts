/** Something that takes events from a log: a member of a group, a reader by cursor, or a stream. */
export interface DurableReceiver {
  /** The channels it takes, by name. */
  readonly channelNames: ReadonlySet<string>;
  /** The handler, for `unsubscribe(channel, handler)`; a stream has none. */
  readonly handler: unknown;
  /** Events that wait for it in this process. */
  readonly queued: number;
  /** Calls of the handler that are not over. */
  readonly running: number;
  /** Begins; resolves once events will arrive. */
  open(): Promise<void>;
  /** Leaves a channel. With no channel left it has ended. Resolves when nothing is left to do, or a handler still runs. */
  leave(channel: string): Promise<void>;
  /** The bus closes: nothing begins any more. `drain` tells whether a stream keeps what it has buffered for its reader. */
  finish(drain: boolean): void;
  /** The bus waits no longer for handlers. */
  abandon(reason: Error): void;
  /** Resolves when it has given back all it had. */
  readonly over: Promise<unknown>;
}
