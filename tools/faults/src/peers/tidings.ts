import { defineChannel } from '@tidings/core/define';
import { RedisBus } from '@tidings/redis';
import { z } from 'zod';
import type { OpenPeer } from './peer.js';

const numbered = defineChannel('peers.numbered', z.object({ n: z.int() }));

/** @see the README of `@tidings/redis` */
export const openTidings: OpenPeer = async ({ host, port, password }) => {
  const bus = new RedisBus({ url: `redis://:${encodeURIComponent(password)}@${host}:${port}` });
  let reported = 0;
  bus.on('gap', ({ count }) => {
    reported += count ?? 0;
  });
  return {
    publish: (n) => bus.publish(numbered, { n }),
    subscribe: (receive) => bus.subscribe(numbered, ({ data }) => receive(data.n)),
    reported: () => reported,
    close: () => bus.close(),
  };
};
