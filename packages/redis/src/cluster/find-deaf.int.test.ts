import { type RedisCluster, startCluster } from '@tidings/test-redis';
import type { Redis } from 'ioredis';
import { afterAll, describe, expect, test } from 'vitest';
import { findDeaf } from './find-deaf.js';

const cluster: RedisCluster = await startCluster({ masters: 2 });
afterAll(() => cluster.stop());

/** Channels whose slots the first master has. */
const channels: string[] = [];
for (let n = 0; channels.length < 3; n += 1) {
  const slot = await cluster.slotOf(`channel${n}`);
  if ((await cluster.ownerOf(slot)) === cluster.nodes[0]) channels.push(`channel${n}`);
}
const [first, second, third] = channels as [string, string, string];

async function subscribed(
  options: Parameters<NonNullable<(typeof cluster.nodes)[0]>['client']>[0] = {},
): Promise<Redis> {
  const client = cluster.nodes[0]?.client({ protocol: 3, ...options }) as Redis;
  for (const channel of channels) await client.ssubscribe(channel);
  return client;
}

async function awayAndBack(channel: string): Promise<void> {
  const slot = await cluster.slotOf(channel);
  await cluster.moveSlot(slot, 1);
  await cluster.moveSlot(slot, 0);
}

const ask = { open: () => channels, settled: true, suspect: true };

describe('what a connection has lost', () => {
  test('is nothing, as long as nothing moves', async () => {
    const client = await subscribed();
    expect(await findDeaf(client, ask)).toEqual({ regained: [], refused: [] });
    // Looked at one by one, too.
    expect(await findDeaf(client, { ...ask, settled: false })).toEqual({ regained: [], refused: [] });
  });

  test('is what moved away and back, the first of all as well as the last', async () => {
    for (const channel of [first, second, third]) {
      const client = await subscribed();
      await awayAndBack(channel);
      expect(await findDeaf(client, ask)).toEqual({ regained: [channel], refused: [] });
      expect(await findDeaf(client, ask)).toEqual({ regained: [], refused: [] });
    }
  });

  test('is refused where it has not come back', async () => {
    const client = await subscribed();
    await cluster.moveSlot(await cluster.slotOf(second), 1);
    expect(await findDeaf(client, ask)).toEqual({ regained: [], refused: [second] });
    await cluster.moveSlot(await cluster.slotOf(second), 0);
    expect(await findDeaf(client, ask)).toEqual({ regained: [second], refused: [] });
  });

  test('is guessed by a server that does not say how much is open, at most one slot too many, and only on suspicion', async () => {
    const acl = ['ACL', 'SETUSER', 'humble', 'on', '>secret', '+@all', '-client|info', '~*', '&*'] as const;
    await cluster.nodes[0]?.client().call(...acl);
    const client = await subscribed({ username: 'humble', password: 'secret' });
    await awayAndBack(third);
    expect(await findDeaf(client, { ...ask, suspect: false })).toEqual({ regained: [], refused: [] });
    expect(await findDeaf(client, ask)).toEqual({ regained: [first, third], refused: [] });
  });
});
