import { BusManager } from '@boringnode/bus';
import { redis } from '@boringnode/bus/transports/redis';
import { nothing, type OpenPeer } from './peer.js';

const channel = 'numbered';

/** @see https://github.com/boringnode/bus#usage */
export const openBoringnode: OpenPeer = async ({ host, port, password }) => {
  const transports = { redis: { transport: redis({ host, port, password }) } };
  const publisher = new BusManager({ default: 'redis', transports });
  // It does not hear itself.
  const subscriber = new BusManager({ default: 'redis', transports });
  return {
    publish: (n) => publisher.publish(channel, { n }),
    subscribe: (receive) => subscriber.subscribe<{ n: number }>(channel, ({ n }) => receive(n)),
    reported: nothing,
    close: () => Promise.all([publisher.disconnect(), subscriber.disconnect()]),
  };
};
