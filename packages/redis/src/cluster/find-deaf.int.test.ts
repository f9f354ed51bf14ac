import { startRedis } from '@tidings/test-redis';
import type { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findDeaf } from './find-deaf.js';
import { slotOf } from './slot-of.js';

// A Cluster of one: nobody else has a say in who has which slot.
const server = await startRedis({ config: { 'cluster-enabled': 'yes', 'cluster-require-full-coverage': 'no' } });
beforeAll(() => server.client().call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383'));
afterAll(() => server.stop());

const channels = ['first', 'second', 'third'];
const ask = { open: () => channels, settled: true, suspect: true };

async function subscribed(options: Parameters<typeof server.client>[0] = {}): Promise<Redis> {
  const client = server.client({ protocol: 3, ...options });
  for (const channel of channels) await client.ssubscribe(channel);
  return client;
}

async function leaves(channel: string): Promise<void> {
  await server.client().call('CLUSTER', 'DELSLOTS', slotOf(channel));
}

async function comes(channel: string): Promise<void> {
  await server.client().call('CLUSTER', 'ADDSLOTS', slotOf(channel));
}

describe('what a connection has lost', () => {
  test('is nothing, as long as no slot moves', async () => {
    const client = await subscribed();
    expect(await findDeaf(client, ask)).toEqual({ regained: [], refused: [] });
    // Looked at one by one, too.
    expect(await findDeaf(client, { ...ask, settled: false })).toEqual({ regained: [], refused: [] });
  });

  test('is what moved away and back, the first of all as well as the last', async () => {
    for (const channel of channels) {
      const client = await subscribed();
      await leaves(channel);
      await comes(channel);
      expect(await findDeaf(client, ask)).toEqual({ regained: [channel], refused: [] });
      expect(await findDeaf(client, ask)).toEqual({ regained: [], refused: [] });
    }
  });

  test('is refused where it has not come back', async () => {
    const client = await subscribed();
    await leaves('second');
    expect(await findDeaf(client, ask)).toEqual({ regained: [], refused: ['second'] });
    await comes('second');
    expect(await findDeaf(client, ask)).toEqual({ regained: ['second'], refused: [] });
  });

  test('is not hidden by what the connection has been asked for meanwhile', async () => {
    const client = await subscribed();
    await leaves('second');
    await comes('second');
    const [hearing] = await Promise.all([findDeaf(client, { ...ask, settled: false }), client.ssubscribe('another')]);
    expect(hearing).toEqual({ regained: ['second'], refused: [] });
  });

  test('is guessed where the server does not say how much is open: a slot too many at most, and only on suspicion', async () => {
    await server.client().call('ACL', 'SETUSER', 'humble', 'on', '>secret', '+@all', '-client|info', '~*', '&*');
    const client = await subscribed({ username: 'humble', password: 'secret' });
    await leaves('third');
    await comes('third');
    expect(await findDeaf(client, { ...ask, suspect: false })).toEqual({ regained: [], refused: [] });
    expect(await findDeaf(client, ask)).toEqual({ regained: ['first', 'third'], refused: [] });
  });
});
