import { setTimeout as wait } from 'node:timers/promises';
import { type RedisServer, startRedis } from '@tidings/test-redis';
import { type Participant, startParticipant } from '../process/participant.js';
import { serverProcessorMs } from '../process/server-processor-time.js';
import type { Word } from '../process/talk.js';
import { spentAnEvent } from '../profile/spent-time.js';
import type { PublisherSaid, SubscriberSaid } from './messages.js';
import type { Side, Task } from './task.js';

/** What a measurement came to. */
export interface TaskFigures extends Readonly<Record<string, number>> {
  /** Events a second, from the first publish to the last receipt. */
  readonly perSecond: number;
  /** Processor time in microseconds: of publishers and of Redis an event, of subscribers a receipt. */
  readonly publisherUs: number;
  readonly subscriberUs: number;
  readonly redisUs: number;
  /** Events that were accepted and did not arrive, the warm-up included; negative if some came twice. */
  readonly lost: number;
}

/** So that a subscriber that is slow is slow, and loses nothing. */
export const redisConfig: Readonly<Record<string, string>> = { 'client-output-buffer-limit': 'pubsub 0 0 0' };

/** Measures in processes of their own, through a Redis of its own. @throws Error that says in which task. */
export async function runTask(task: Task): Promise<TaskFigures> {
  try {
    await using redis = await startRedis({ config: redisConfig });
    return await runOn(redis, task);
  } catch (cause) {
    throw new Error(`${task.contender}, ${task.load}, ${JSON.stringify(task.shape)} could not be measured`, { cause });
  }
}

async function runOn(redis: RedisServer, task: Task): Promise<TaskFigures> {
  const start = <W extends Word>(script: string, { processes }: Side): readonly Participant<W>[] =>
    Array.from({ length: processes }, (_, place) =>
      startParticipant<W>(new URL(script, import.meta.url), [redis.url, JSON.stringify(task), String(place)]),
    );
  const subscribers = start<SubscriberSaid>('./subscriber-process.js', task.subscribers);
  const publishers = start<PublisherSaid>('./publisher-process.js', task.publishers);
  try {
    return await Promise.race([measure(redis, task, subscribers, publishers), late(task)]);
  } finally {
    for (const participant of [...subscribers, ...publishers]) participant[Symbol.dispose]();
  }
}

async function measure(
  redis: RedisServer,
  task: Task,
  subscribers: readonly Participant<SubscriberSaid>[],
  publishers: readonly Participant<PublisherSaid>[],
): Promise<TaskFigures> {
  await Promise.all(subscribers.map((each) => each.said('ready')));
  await Promise.all(publishers.map((each) => each.said('ready')));

  tellAll(publishers, 'warm');
  const warm = sum((await Promise.all(publishers.map((each) => each.said('warmed')))).map(({ sent }) => sent));
  tellAll(subscribers, `warmed ${warm}`);
  const warmed = await Promise.all(subscribers.map((each) => each.said('warmed')));

  const begunCpuMs = await serverProcessorMs(redis);
  tellAll(publishers, 'go');
  const published = await Promise.all(publishers.map((each) => each.said('sent')));
  const sent = sum(published.map((each) => each.sent));
  tellAll(subscribers, `sent ${sent}`);
  const received = await Promise.all(subscribers.map((each) => each.said('received')));
  const redisMs = (await serverProcessorMs(redis)) - begunCpuMs;
  tellAll(publishers, 'end');
  tellAll(subscribers, 'end');

  const receipts = sum(received.map((each) => each.received));
  const copies = task.subscribers.processes * task.subscribers.each;
  const tookMs =
    Math.max(...received.map(({ lastAt }) => lastAt)) - Math.min(...published.map(({ begunAt }) => begunAt));
  return {
    perSecond: (receipts / copies / tookMs) * 1_000,
    publisherUs: (sum(published.map(({ cpuMs }) => cpuMs)) * 1_000) / sent,
    subscriberUs: (sum(received.map(({ cpuMs }) => cpuMs)) * 1_000) / receipts,
    redisUs: (redisMs * 1_000) / sent,
    lost: (warm + sent) * copies - receipts - sum(warmed.map((each) => each.received)),
    ...received[0]?.latencies,
    ...spentAnEvent('publisher', published, sent),
    ...spentAnEvent('subscriber', received, receipts),
  };
}

// Nothing takes so long unless it never ends.
async function late({ warmMs, measureMs }: Task): Promise<never> {
  const limitMs = warmMs + measureMs + 60_000;
  await wait(limitMs, undefined, { ref: false });
  throw new Error(`it took more than ${limitMs} ms`);
}

function tellAll(participants: readonly Pick<Participant<Word>, 'tell'>[], word: string): void {
  for (const participant of participants) participant.tell(word);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
