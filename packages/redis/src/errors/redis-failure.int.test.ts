import { inspect } from 'node:util';
import { TidingsError } from '@tidings/core';
import { type RedisConfig, startRedis } from '@tidings/test-redis';
import type { Redis } from 'ioredis';
import { describe, expect, test } from 'vitest';
import { publishFailure, redisFailure } from './redis-failure.js';

const secret = 'hunter2';

/** What a real server answers to a command that it refuses. */
async function refusal(
  command: readonly [string, ...string[]],
  config: RedisConfig = {},
  prepare: (raw: Redis) => Promise<unknown> = async () => {},
): Promise<unknown> {
  await using server = await startRedis({ config });
  const raw = server.client();
  await prepare(raw);
  try {
    return await raw.call(...command);
  } catch (error) {
    return error;
  }
}

describe('what a real server refuses', () => {
  const cases = [
    {
      name: 'a write when its memory is full',
      code: 'out_of_memory',
      says: '(OOM): it is at its maxmemory: give it more, or let it hold less',
      answer: () => refusal(['SET', 'key', secret], {}, fill),
    },
    {
      name: 'a write to a replica',
      code: 'read_only',
      says: '(READONLY): it is a replica: connect to its master',
      answer: () => refusal(['SET', 'key', secret], { replicaof: '127.0.0.1 1' }),
    },
    {
      name: 'what the user may not do',
      code: 'permission_denied',
      says: '(NOPERM): grant the right with ACL SETUSER',
      answer: () =>
        refusal(['SET', 'key', secret], {}, async (raw) => {
          await raw.call('ACL', 'SETUSER', 'app', 'on', `>${secret}`, '+auth');
          await raw.call('AUTH', 'app', secret);
        }),
    },
    {
      name: 'a wrong password',
      code: 'authentication_failed',
      says: '(WRONGPASS): check the user name and the password',
      answer: () => refusal(['AUTH', 'nobody', secret]),
    },
    {
      name: 'a command that there is not',
      code: 'transport_failed',
      ofPublish: 'not_sent',
      says: "(ERR): unknown command 'XYZZY'",
      answer: () => refusal(['XYZZY', secret]),
    },
    {
      name: 'anything but Pub/Sub while it reads its data',
      code: 'loading',
      says: '(LOADING): it is still reading its data: wait, and try again',
      answer: answerWhileLoading,
    },
  ] as const;

  for (const { name, says, answer, ...codes } of cases) {
    test(`${name} is '${codes.code}', says what to do, and repeats nothing of the command`, async () => {
      const answered = await answer();
      const doing = { server: 'here:1', command: 'SET', channel: 'a.b' };
      const failures = [redisFailure(answered, doing), publishFailure(answered, doing)];
      const ofPublish = 'ofPublish' in codes ? codes.ofPublish : codes.code;
      expect(failures.map(({ code }) => code)).toEqual([codes.code, ofPublish]);
      for (const failure of failures) {
        expect(failure.channel).toBe('a.b');
        expect(failure.message).toContain(`Redis at here:1 refuses SET on 'a.b' ${says}`);
        expect(failure.cause).toBeUndefined();
        expect(inspect(failure, { depth: 10, showHidden: true })).not.toContain(secret);
      }
    });
  }
});

test('an error of ours stays as it is', () => {
  const own = new TidingsError('connection_failed', 'the client function threw');
  expect(redisFailure(own, { server: 'here:1' })).toBe(own);
});

async function fill(raw: Redis): Promise<void> {
  await raw.set('filling', 'x'.repeat(3_000_000));
  await raw.call('CONFIG', 'SET', 'maxmemory', '1mb');
}

async function answerWhileLoading(): Promise<unknown> {
  // A server that takes a while for each key that it reads, and listens in between.
  await using server = await startRedis({
    config: { 'key-load-delay': '500', 'loading-process-events-interval-bytes': '1024' },
  });
  const raw = server.client();
  await raw.call('DEBUG', 'POPULATE', '2000', 'key', '100').catch(async () => {
    const all = Array.from({ length: 2_000 }, (_, at) => [`key:${at}`, 'x'.repeat(100)]).flat();
    await raw.call('MSET', ...all);
  });
  await raw.call('SAVE');
  await server.kill();
  const restarting = server.restart();
  // Connected by itself, and not before the server listens.
  const early = server.client({ enableReadyCheck: false, retryStrategy: () => 5 });
  let answer: unknown;
  const deadline = performance.now() + 20_000;
  while (!(answer instanceof Error && answer.message.startsWith('LOADING')) && performance.now() < deadline) {
    answer = await early.call('GET', secret).catch((error: unknown) => error);
  }
  await restarting;
  return answer;
}
