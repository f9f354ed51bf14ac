import { type EventBus, isTidingsError, MemoryBus } from '@tidings/core';
import { RedisBus } from '@tidings/redis';
import { UsageError } from './options.js';

/** What a bus on Redis is told besides the address. */
export interface RedisSettings {
  /** What all of its channels in Redis begin with. */
  readonly prefix?: string;
  /** What its connections are called. */
  readonly name?: string;
  readonly connectTimeoutMs?: number;
  readonly subscribeTimeoutMs?: number;
}

const source = '/examples/github-webhooks';

/** Makes the bus that `--bus` names. @throws UsageError if it names none. */
export function openBus(address: string, settings: RedisSettings = {}): EventBus {
  if (address === 'memory') return new MemoryBus({ source });
  try {
    if (isOnRedis(address)) return new RedisBus({ url: address, source, ...settings });
  } catch (error) {
    if (!isTidingsError(error, 'invalid_option')) throw error;
  }
  // What was given is not shown: it may hold a password.
  throw new UsageError(
    "--bus takes 'memory' or the address of a Redis server, such as redis://localhost:6379 or rediss://user:password@host:6380.",
  );
}

/** Whether it is the address of a Redis server. */
export function isOnRedis(address: string): boolean {
  return /^rediss?:\/\//.test(address);
}
