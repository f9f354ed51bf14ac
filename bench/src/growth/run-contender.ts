import { infoNumber, type RedisServer, startRedis } from '@tidings/test-redis';
import { type Participant, startParticipant } from '../process/participant.js';
import type { GrowthContender } from './contender.js';
import type { Said } from './messages.js';

/** What a round of a contender came to, at one size. */
export type GrowthFigures = Readonly<
  Record<
    | 'subscribeMs'
    | 'firstUs'
    | 'perSecond'
    | 'deliveriesPerSecond'
    | 'publishUs'
    | 'heapMb'
    | 'heapAfterMb'
    | 'rssMb'
    | 'connections',
    number
  >
>;

const execArgv = ['--expose-gc'];

/** So many channels, or subscribers of one. */
export function runContender(contender: GrowthContender, kind: string, size: number): Promise<GrowthFigures> {
  const args = [contender.name, kind, String(size)];
  return contender.through === 'memory' ? inOneProcess(args) : throughRedis(args);
}

async function inOneProcess(args: readonly string[]): Promise<GrowthFigures> {
  using process = startParticipant<Said>(script('memory'), args, execArgv);
  const [subscribed, published, done] = await Promise.all([
    process.said('subscribed'),
    process.said('published'),
    process.said('done'),
  ]);
  return figuresOf(subscribed, published, done, 0);
}

async function throughRedis(args: readonly string[]): Promise<GrowthFigures> {
  await using redis = await startRedis();
  using subscriber = startParticipant<Said>(script('subscriber'), [...args, redis.url], execArgv);
  const subscribed = await subscriber.said('subscribed');
  const connections = await connectionsOf(redis);
  const done = doneAtEnd(subscriber);
  using publisher = startParticipant<Said>(script('publisher'), [...args, redis.url, String(subscribed.port)]);
  const published = await Promise.race([publisher.said('published'), done.failed]);
  subscriber.tell('end');
  return figuresOf(subscribed, published, await done.done, connections);
}

/** What it says at its end, and what rejects if it ends before. */
function doneAtEnd(subscriber: Participant<Said>): {
  readonly done: Promise<Extract<Said, { say: 'done' }>>;
  readonly failed: Promise<never>;
} {
  const done = subscriber.said('done');
  const failed = new Promise<never>((_, reject) => {
    done.catch(reject);
  });
  return { done, failed };
}

function figuresOf(
  subscribed: Extract<Said, { say: 'subscribed' }>,
  published: Extract<Said, { say: 'published' }>,
  done: Extract<Said, { say: 'done' }>,
  connections: number,
): GrowthFigures {
  return {
    subscribeMs: subscribed.subscribeMs,
    firstUs: published.firstUs,
    perSecond: published.perSecond,
    deliveriesPerSecond: published.deliveriesPerSecond,
    publishUs: published.publishUs,
    heapMb: subscribed.heapMb,
    heapAfterMb: done.heapMb,
    rssMb: done.rssMb,
    connections,
  };
}

function script(role: string): URL {
  return new URL(`./${role}-process.js`, import.meta.url);
}

/** How many connections there are besides the one that asks. */
async function connectionsOf(redis: RedisServer): Promise<number> {
  return (await infoNumber(redis, 'clients', 'connected_clients')) - 1;
}
