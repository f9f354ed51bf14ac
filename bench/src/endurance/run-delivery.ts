import { infoNumber, type RedisServer, startRedis } from '@tidings/test-redis';
import { startParticipant } from '../process/participant.js';
import { type MemorySample, onTime } from './memory-series.js';
import type { PublisherSaid, Received, SubscriberSaid } from './messages.js';
import { planOf } from './plan.js';

/** What a long run came to. */
export interface LongRun extends Received {
  readonly published: number;
  readonly publisher: readonly MemorySample[];
  readonly subscriber: readonly MemorySample[];
  /** What Redis used at the same times, in MB. */
  readonly redisMb: readonly number[];
}

const execArgv = ['--expose-gc'];

/** It appends every second to its file, and writes that anew when it has doubled, as it does by default. */
const durableConfig = { appendonly: 'yes', appendfsync: 'everysec' };

/**
 * One publisher, one real Redis, one subscriber, each a process of its own, at full load.
 *
 * @param told Called at each sample.
 */
export async function runDelivery(delivery: string, seconds: number, told: (text: string) => void): Promise<LongRun> {
  await using redis = await startRedis({ config: delivery === 'durable' ? durableConfig : {} });
  const args = [delivery, String(seconds), redis.url];
  using subscriber = startParticipant<SubscriberSaid>(script('subscriber'), args, execArgv);
  const { port } = await subscriber.said('ready');
  using publisher = startParticipant<PublisherSaid>(script('publisher'), [...args, String(port)], execArgv);
  const received = subscriber.said('done');
  const failed = new Promise<never>((_, reject) => {
    received.catch(reject);
  });
  await Promise.race([publisher.said('ready'), failed]);
  const asked: Promise<number>[] = [];
  subscriber.tell('go');
  publisher.tell('go');
  onTime(planOf(seconds), (atMs) => {
    const usedMb = usedMbOf(redis);
    usedMb.catch(() => {});
    asked.push(usedMb);
    told(`${delivery}: ${Math.round(atMs / 1_000)} of ${seconds} s`);
  });
  const { published, series } = await Promise.race([publisher.said('done'), failed]);
  subscriber.tell('end');
  const { series: ofSubscriber, ...rest } = await received;
  return { ...rest, published, publisher: series, subscriber: ofSubscriber, redisMb: await Promise.all(asked) };
}

function script(role: string): URL {
  return new URL(`./${role}-process.js`, import.meta.url);
}

async function usedMbOf(redis: RedisServer): Promise<number> {
  return (await infoNumber(redis, 'memory', 'used_memory')) / 1_048_576;
}
