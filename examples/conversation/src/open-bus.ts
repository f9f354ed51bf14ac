import { type EventBus, isTidingsError } from '@tidings/core';
import { RedisBus } from '@tidings/redis';
import { UsageError } from './options.js';

/** How long Redis keeps what a dead worker was at. A service would wait longer, so that a pause is no death. */
export const leaseMs = 2_000;

/** Where the processes of a run meet. */
export interface MeetingPlace {
  /** The address of Redis, which may hold a password. */
  readonly address: string;
  /** What the run's keys and channels in Redis begin with. */
  readonly prefix: string;
  /** What the run's connections are called, followed by whose they are. */
  readonly name: string;
}

/** How long somebody waits for the bus; as long as it does by default, unless it is said. */
export interface Patience {
  readonly connectTimeoutMs?: number;
  readonly subscribeTimeoutMs?: number;
}

/** Makes the bus of one of the processes. @throws UsageError if the address is none */
export function openBus({ address, prefix, name }: MeetingPlace, who: string, patience: Patience = {}): EventBus {
  try {
    if (/^rediss?:\/\//.test(address)) {
      const source = `/examples/conversation/${who}`;
      return new RedisBus({ url: address, source, prefix, name: `${name}:${who}`, leaseMs, ...patience });
    }
  } catch (error) {
    if (!isTidingsError(error, 'invalid_option')) throw error;
  }
  // What was given is not shown: it may hold a password.
  throw new UsageError(
    '--redis takes the address of a Redis server, such as redis://localhost:6379 or rediss://user:password@host:6380.',
  );
}
