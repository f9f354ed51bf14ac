import { IORedisPublisher } from '@orpc/experimental-publisher/ioredis';
import { Redis } from 'ioredis';
import { nothing, type OpenPeer } from './peer.js';

/** @see https://orpc.dev/docs/helpers/publisher */
export const openOrpc: OpenPeer = async (server) => {
  const [commander, listener] = [new Redis(server), new Redis(server)];
  const publisher = new IORedisPublisher<{ numbered: { n: number } }>({
    commander,
    listener,
    // What its documentation gives; it serves those who subscribe anew, and a reconnect is none.
    resumeRetentionSeconds: 120,
  });
  return {
    publish: (n) => publisher.publish('numbered', { n }),
    subscribe: (receive) => publisher.subscribe('numbered', ({ n }) => receive(n)),
    reported: nothing,
    close: async () => {
      commander.disconnect();
      listener.disconnect();
    },
  };
};
