import type { Ending } from './ending.js';
import type { LogCalls } from './log-calls.js';
import type { LogKeys } from './log-keys.js';
import type { Presence } from './presence.js';
import type { WakeUps } from './wake-ups.js';

/** What the parts of a log share. */
export interface LogContext {
  readonly calls: LogCalls;
  readonly keys: LogKeys;
  readonly wakeUps: WakeUps;
  readonly wakeCommand: () => 'PUBLISH' | 'SPUBLISH';
  /** Over when the log is closed. */
  readonly closed: Ending;
  presenceAt(tag: number): Presence;
  /** A channel's log was lost: what was known of it is to be said anew. */
  lostLog(channel: string): void;
}
