import { startRedis } from '@tidings/test-redis';
import { startParticipant } from '../process/participant.js';
import { serverProcessorMs } from '../process/server-processor-time.js';
import { spentAnEvent } from '../profile/spent-time.js';
import type { DurableContender } from './contender.js';
import type { Said } from './messages.js';
import { Tally } from './tally.js';

/** What a round of a contender came to. */
export interface ContenderFigures extends Readonly<Record<string, number>> {
  /** Orders a second, from the first publish until the last is handled. */
  readonly perSecond: number;
  /** Processor time of each side, in microseconds an order; of all workers together. */
  readonly publisherUs: number;
  readonly workersUs: number;
  readonly redisUs: number;
}

/** It appends every second to its file, and does not write that anew meanwhile: not all would get that far. */
const redisConfig = { appendonly: 'yes', appendfsync: 'everysec', 'auto-aof-rewrite-percentage': '0' };

/**
 * One publisher, one real Redis that appends every second to its file, some workers that share the orders: each a process of its own.
 *
 * @param profiled Whether the processes are profiled meanwhile.
 * @throws Error if an order was lost, or handled twice.
 */
export async function runContender(
  { name, orders }: DurableContender,
  workerCount: number,
  profiled = false,
): Promise<ContenderFigures> {
  await using redis = await startRedis({ config: redisConfig });
  using participants = new DisposableStack();
  const start = (script: string) =>
    participants.use(
      startParticipant<Said>(new URL(script, import.meta.url), [name, redis.url, profiled ? 'profiled' : '']),
    );
  const publisher = start('./publisher-process.js');
  const workers = Array.from({ length: workerCount }, () => start('./worker-process.js'));
  await Promise.all([publisher, ...workers].map((each) => each.said('ready')));

  using tally = new Tally(orders);
  for (const [at, worker] of workers.entries()) worker.hear('handled', ({ so }) => tally.take(at, so));
  const done = Promise.all([publisher, ...workers].map((each) => each.said('done')));
  const begunMs = await serverProcessorMs(redis);
  const begun = performance.now();
  publisher.tell('go');
  // If one of them ends before, that is why not all are handled.
  await Promise.race([tally.complete, done]);
  const tookMs = performance.now() - begun;
  const redisMs = (await serverProcessorMs(redis)) - begunMs;

  for (const worker of workers) worker.tell('stop');
  const [published, ...handled] = await done;
  tally.check();
  if (published === undefined) throw new Error('there was no publisher');
  return {
    perSecond: (orders / tookMs) * 1_000,
    publisherUs: (published.cpuMs * 1_000) / orders,
    workersUs: (handled.reduce((total, { cpuMs }) => total + cpuMs, 0) * 1_000) / orders,
    redisUs: (redisMs * 1_000) / orders,
    ...spentAnEvent('publisher', [published], orders),
    ...spentAnEvent('worker', handled, orders),
  };
}
