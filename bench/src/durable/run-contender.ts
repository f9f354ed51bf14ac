import { startRedis } from '@tidings/test-redis';
import { startParticipant } from '../process/participant.js';
import type { DurableContender } from './contender.js';
import type { Said } from './messages.js';

/** What a round of a contender came to. */
export interface ContenderFigures extends Readonly<Record<string, number>> {
  /** Orders a second, from the first publish to the last acknowledgement. */
  readonly perSecond: number;
  /** Processor time of each side, in microseconds an order. */
  readonly publisherUs: number;
  readonly workerUs: number;
}

/** It appends every second to its file, and does not write that anew meanwhile: not all would get that far. */
const redisConfig = { appendonly: 'yes', appendfsync: 'everysec', 'auto-aof-rewrite-percentage': '0' };

/** One publisher, one real Redis that appends every second to its file, one worker: each a process of its own. */
export async function runContender({ name, orders }: DurableContender): Promise<ContenderFigures> {
  await using redis = await startRedis({ config: redisConfig });
  using worker = startParticipant<Said>(new URL('./worker-process.js', import.meta.url), [name, redis.url]);
  using publisher = startParticipant<Said>(new URL('./publisher-process.js', import.meta.url), [name, redis.url]);
  await Promise.all([worker.said('ready'), publisher.said('ready')]);
  const begun = performance.now();
  publisher.tell('go');
  const [published, handled] = await Promise.all([publisher.said('done'), worker.said('done')]);
  const tookMs = performance.now() - begun;
  return {
    perSecond: (orders / tookMs) * 1_000,
    publisherUs: (published.cpuMs * 1_000) / orders,
    workerUs: (handled.cpuMs * 1_000) / orders,
  };
}
