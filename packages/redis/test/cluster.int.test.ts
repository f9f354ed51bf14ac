import { describeEventBusContract } from '@tidings/core/testing';
import { RedisBus } from '@tidings/redis';
import { startCluster } from '@tidings/test-redis';
import { afterAll, describe, test } from 'vitest';
import { appendRaw } from './append-raw.js';
import { cutConnections } from './cut-connections.js';

const cluster = await startCluster({ masters: 3 });
afterAll(() => cluster.stop());

const nodes = cluster.nodes.map(({ host, port }) => ({ host, port }));

describeEventBusContract(
  {
    name: 'RedisBus on a Cluster of three masters',
    runner: { describe, test },
    appendRaw: (world, entry) => appendRaw({ cluster: { nodes }, prefix: `${world}:` }, entry),
    cutConnections: async (world) => {
      await Promise.all(cluster.nodes.map((node) => cutConnections(node.client(), world)));
    },
    sendRaw: async (world, channel, frame) => {
      const name = `${world}:${channel}`;
      const owner = await cluster.ownerOf(await cluster.slotOf(name));
      await owner.client().spublish(name, typeof frame === 'string' ? frame : Buffer.from(frame));
    },
  },
  (world, options) => new RedisBus({ ...options, cluster: { nodes }, prefix: `${world}:`, name: world }),
);
