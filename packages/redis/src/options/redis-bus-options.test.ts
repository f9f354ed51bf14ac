import { Redis } from 'ioredis';
import { describe, expect, test } from 'vitest';
import { ownSettings } from '../connection/connection-source.js';
import { RedisBus } from '../redis-bus.js';
import { refusedSettings } from './refused-settings.js';

/** Of a caller without types. */
function messageFor(options: unknown): string {
  try {
    new RedisBus(options as never);
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid_option' });
    return (error as Error).message;
  }
  return 'nothing was refused';
}

describe('the options of a RedisBus', () => {
  test('say where Redis is, exactly one way', () => {
    expect(messageFor({})).toBe(
      "the options of the bus can't be used: they must say where Redis is, by 'url', 'client', 'cluster' or 'sentinels', such as { url: 'redis://localhost:6379' }",
    );
    expect(messageFor({ url: 'redis://localhost', sentinels: {} })).toContain('only once, by');
    expect(messageFor(undefined)).toContain('expected an object');
    expect(messageFor('redis://localhost')).toContain('expected an object, got a string');
  });

  test('are refused all at once', () => {
    const message = messageFor({
      url: 'redis://localhost',
      prefx: 'a',
      prefix: 'a b',
      name: '',
      heartbeatMs: Number.POSITIVE_INFINITY,
      connectTimeoutMs: 0,
      settleMs: -1,
      partitions: 0,
      leaseMs: 1.5,
      onceWindowMs: Number.NaN,
      publishTimeoutMs: 0,
      sentinels: undefined,
      redis: { keyPrefix: 'a:', maxRetriesPerRequest: 3, host: 'elsewhere' },
    });
    for (const part of [
      "no option 'prefx'",
      'prefix must be',
      'name must be',
      'heartbeatMs must be a number of milliseconds from 1 to 60,000',
      'connectTimeoutMs must',
      'settleMs must',
      'partitions must be an integer from 1 to 1,024',
      'leaseMs must be a whole number of milliseconds from 100 to 3,600,000',
      'onceWindowMs must',
      'publishTimeoutMs must',
      "redis.keyPrefix is the bus's own business",
      'redis.maxRetriesPerRequest is',
      'redis.host is',
    ]) {
      expect(message).toContain(part);
    }
  });

  test('leave out nothing that the bus sets itself', () => {
    expect(refusedSettings).toEqual(expect.arrayContaining(Object.keys(ownSettings)));
  });

  test('tell of a bad place together with the rest', () => {
    expect(messageFor({ url: 5, prefix: ' ' })).toMatch(/prefix must be.*url must be|url must be.*prefix must be/);
  });

  test('never show a url, which may hold a password', () => {
    for (const url of [
      'postgres://user:hunter2@db',
      'redis//user:hunter2@host',
      'redis://u:hunter2@h?lazyConnect=false',
      'hunter2',
      5,
    ]) {
      const message = messageFor({ url });
      expect(message).toContain('url must be like redis://host:6379');
      expect(message).not.toContain('hunter2');
    }
  });

  test('with a prefix that would put all channels of a Cluster on one node are refused', () => {
    expect(messageFor({ url: 'redis://localhost', prefix: '{a}:' })).toContain('braces');
  });

  test('tell what a client, Sentinels and nodes must be', () => {
    expect(messageFor({ client: {} })).toContain('client must be a Redis of ioredis, or a function that makes one');
    const cluster = new Redis.Cluster([{ host: 'localhost', port: 1 }], { lazyConnect: true });
    expect(messageFor({ client: cluster })).toContain("client is a Cluster: give it as 'cluster'");
    expect(messageFor({ sentinels: {} })).toMatch(/sentinels.nodes must list.*sentinels.name must be/);
    expect(messageFor({ cluster: { nodes: [] } })).toContain('cluster.nodes must list at least one node');
    expect(messageFor({ cluster: { nodes: ['hunter2'] } })).toMatch(
      /^(?!.*hunter2).*each of cluster.nodes must be like/,
    );
    expect(messageFor({ client: () => {}, redis: { db: 1 } })).toContain("redis can't be given with a client function");
  });

  test('make no connection before the bus is used', async () => {
    const bus = new RedisBus({ url: 'redis://localhost:1' });
    expect(bus.health()).toMatchObject({ status: 'connecting', healthy: false, problem: undefined });
    await bus.close();
  });
});
