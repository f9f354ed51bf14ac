import { type EventBus, MemoryBus } from '@tidings/core';
import { UsageError } from './options.js';

/** Makes the bus that `--bus` names. */
export function openBus(address: string): EventBus {
  if (address === 'memory') return new MemoryBus({ source: '/examples/github-webhooks' });
  if (/^rediss?:\/\//.test(address)) {
    throw new UsageError(
      'The Redis bus comes with the package @tidings/redis, which this example does not have yet. Use --bus memory.',
    );
  }
  throw new UsageError("--bus takes 'memory' or the address of a Redis server, such as redis://localhost:6379.");
}
