import assert from 'node:assert/strict';
import { defineChannel } from '@tidings/core/define';
import { eventually } from '@tidings/core/testing';
import { RedisBus } from '@tidings/redis';
import { startProxy, startRedis } from '@tidings/test-redis';
import { describe, test } from 'vitest';
import { z } from 'zod';
import { channel, done, join, numbers, numbersIn, open } from './log-world.js';
import { standStill } from './stand-still.js';

const patient = { timeoutMs: 30_000 };

describe('what a member holds', () => {
  test('finds what was given back without a word, after a while', async () => {
    await using server = await startRedis();
    const raw = server.client();
    const settings = { url: server.url, leaseMs: 500 };
    await using one = await open(settings);
    await using other = await open(settings);
    const what = channel();
    const first = await join(one.log, what);
    await one.log.append(what, 0, numbers(1, 5));
    await first.takes(1);
    const second = await join(other.log, what);
    // By the time that it hears of this, it has searched.
    await one.log.append(what, 0, numbers(6, 1));
    await second.takes(1);
    const [key = ''] = await raw.keys(`*:log:${what.name}`);
    const [[id = ''] = []] = (await raw.xpending(key, 'g', '-', '+', 1)) as [string][];
    await raw.xclaim(key, 'g', '-', 0, id, 'JUSTID');
    assert.deepEqual((await second.takes(1)).flatMap(numbersIn), [1, 2, 3, 4, 5]);
  });

  test('leaves nothing behind when a take is carried out after its member has left', async () => {
    await using server = await startRedis();
    const raw = server.client();
    await using stays = await open({ url: server.url });
    await using goes = await open({ url: server.url });
    const what = channel();
    const leaving = await join(goes.log, what);
    const [key = ''] = await raw.keys(`*:consumers:${what.name}:g`);
    const [consumer = ''] = await raw.hkeys(key);
    // As if it had left before its take came to be carried out.
    await raw.hdel(key, consumer);
    await stays.log.append(what, 0, numbers(1, 3));
    assert.deepEqual(await leaving.member.take(5), []);
    await leaving.member.leave(5_000);
    const staying = await join(stays.log, what);
    assert.deepEqual((await staying.takes(1)).flatMap(numbersIn), [1, 2, 3]);
  });

  test('treats as lost what it holds when it could not renew its lease, before it does anything else, and goes on', async () => {
    await using server = await startRedis();
    await using proxy = await startProxy({ to: server });
    await using bus = await open({ url: proxy.url, leaseMs: 400 });
    await using near = await open({ url: server.url, leaseMs: 400 });
    const what = channel();
    await near.log.append(what, 0, numbers(1, 1));
    const { takes, member, told } = await join(bus.log, what);
    const [entry] = await takes(1);
    assert.ok(entry);
    assert.ok(member.holds(entry));
    standStill(700);
    assert.deepEqual(told.events, []);
    assert.ok(!member.holds(entry));
    assert.deepEqual(told.events, ['lost 0']);
    assert.equal(await member.settle(entry, done), false);
    const [again] = await takes(1);
    assert.ok(again);
    assert.deepEqual([numbersIn(again), again.deliveries], [[1], 2]);
    proxy.blackhole();
    await eventually(() => assert.deepEqual(told.events, ['lost 0', 'lost 0']), patient);
    const other = await join(near.log, what);
    const [taken] = await other.takes(1);
    assert.equal(taken?.deliveries, 3);
    assert.ok(taken);
    assert.equal(await other.member.settle(taken, done), true);
    proxy.pass();
    await near.log.append(what, 0, numbers(2, 1));
    await other.member.leave(500);
    const [next] = await takes(1);
    assert.ok(next);
    assert.deepEqual(numbersIn(next), [2]);
  });

  test('begins nothing that was handed out to it before its process stood still for longer than its lease', async () => {
    await using server = await startRedis();
    await using bus = new RedisBus({ url: server.url, leaseMs: 400 });
    const stood = defineChannel('still.stood', z.object({ n: z.int() }), { delivery: 'durable' });
    const begun: [number, number][] = [];
    await bus.publishMany(stood, [{ n: 1 }, { n: 2 }, { n: 3 }]);
    await bus.subscribe(
      stood,
      ({ data, attempt }) => {
        begun.push([data.n, attempt]);
        if (begun.length === 1) standStill(700);
      },
      { group: 'g', from: 'start' },
    );
    await eventually(async () => assert.deepEqual(begun.length, 4), patient);
    // What had begun is begun anew, the second time, with what comes after it.
    assert.deepEqual(begun, [
      [1, 1],
      [1, 2],
      [2, 2],
      [3, 2],
    ]);
  });
});
