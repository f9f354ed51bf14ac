import { until } from '../../process/until.js';
import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Row } from '../row.js';
import { lostOrTwice } from './harmed.js';

/** The server is back, and busy reading its append-only file. */
export const loading: Row = durableRow({
  name: 'loading',
  title: 'LOADING',
  inject: 'SIGKILL, and a start that takes its time over its append-only file',
  promise: 'settles, 0 lost',
  open: (secrets, form) =>
    SingleServer.open(secrets, {
      durable: {},
      config: {
        appendonly: 'yes',
        appendfsync: 'always',
        // Commands, not keys: it sleeps at each, for longer than this.
        'key-load-delay': form === 'short' ? '1' : '20',
        'loading-process-events-interval-bytes': '16384',
      },
    }),
  async strike(stage) {
    const { server } = stage.scene;
    await stage.fault(async () => {
      await server.kill();
      const began = performance.now();
      await server.restart();
      await until('it has read everything', async () =>
        String(await stage.scene.call('INFO', 'persistence')).includes('loading:0'),
      );
      stage.measure('loading ms', performance.now() - began);
    });
  },
  harm: lostOrTwice,
  tell: (ours, measures) =>
    `loading took ${Math.round(measures['loading ms'] ?? 0)} ms; a publish waited ${Math.round(ours?.longestSettleMs ?? 0)} ms at most`,
});
