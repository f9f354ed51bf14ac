import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startRedis } from '@tidings/test-redis';
import { notes } from '../events/note-load.js';
import { serverProcessorMs } from '../process/server-processor-time.js';
import { RawSubscriber } from './raw-subscriber.js';
import { redisConfig } from './run-task.js';
import type { Shape, Task } from './task.js';

/** Redis’ own measure of Redis. */
export const redisBenchmark = {
  name: 'redis-benchmark',
  kind: 'limit',
  checks: 'nothing',
  note: 'redis-benchmark: one connection that pipelines as many PUBLISH commands of one same text as there are events in a burst, and a subscriber that only counts bytes; a second is one from the first receipt to the last.',
  takesPart: (shape: Shape): boolean => shape.kind === 'burst',
} as const;

const execute = promisify(execFile);

interface Program {
  readonly path: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The program beside the server's, which finds the libraries that the server found; undefined where there is none. */
export async function findRedisBenchmark(): Promise<Program | undefined> {
  await using redis = await startRedis();
  try {
    const server = await readlink(`/proc/${redis.pid}/exe`);
    const path = join(dirname(server), redisBenchmark.name);
    const mapped = await readFile(`/proc/${redis.pid}/maps`, 'utf8');
    const folders = new Set([...mapped.matchAll(/ (\/\S+)\/[^/\s]+\.so\b/g)].map(([, folder]) => folder));
    const env = { ...process.env, LD_LIBRARY_PATH: [...folders].join(':') };
    await execute(path, ['--version'], { env });
    return { path, env };
  } catch {
    return undefined;
  }
}

/** Measures it. */
export async function runRedisBenchmark(
  { path, env }: Program,
  { shape, warmMs, measureMs }: Omit<Task, 'contender'>,
): Promise<Readonly<Record<string, number>>> {
  if (shape.kind !== 'burst') throw new RangeError(`${redisBenchmark.name} is for bursts`);
  await using redis = await startRedis({ config: redisConfig });
  const { topic, data } = notes.eventOf(0);
  const text = JSON.stringify(data);
  using subscriber = await RawSubscriber.open(redis, topic, text);
  const publish = async (count: number): Promise<number> => {
    const burst = ['-c', '1', '-P', String(shape.size), '-n', String(count)];
    const server = ['-h', redis.host, '-p', String(redis.port), '-q'];
    subscriber.clear();
    await execute(path, [...server, ...burst, 'PUBLISH', topic, text], { env });
    return subscriber.perSecondOf(count);
  };
  // Of a burst that has begun it sends all.
  const inBursts = (count: number): number => Math.ceil(count / shape.size) * shape.size;
  // How many it takes for so long is to be found out.
  const few = await publish(shape.size * 500);
  const some = await publish(inBursts((few * warmMs) / 1_000));
  const many = inBursts((some * measureMs) / 1_000);
  const begunCpuMs = await serverProcessorMs(redis);
  const perSecond = await publish(many);
  const redisUs = (((await serverProcessorMs(redis)) - begunCpuMs) * 1_000) / many;
  return { perSecond, redisUs, lost: many - subscriber.count };
}
