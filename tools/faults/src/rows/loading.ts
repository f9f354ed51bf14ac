import { until } from '../process/until.js';
import { loadRow } from '../stage/load-row.js';
import { SingleServer } from '../stage/single-server.js';
import type { Row } from './row.js';

const keyDelayMicros = 100;
/** What it comes to on most machines: the shortest sleep is longer than asked for. */
const keysPerSecond = 2_700;

/** The server is back, and busy reading what it had saved. */
export const loading: Row = loadRow({
  name: 'loading',
  title: 'LOADING',
  inject: 'SIGKILL, and a start that takes its time over its keys',
  promise: 'settles',
  open: (secrets) =>
    SingleServer.open(secrets, {
      config: {
        'enable-debug-command': 'yes',
        'key-load-delay': String(keyDelayMicros),
        // It looks at its connections that often.
        'loading-process-events-interval-bytes': '16384',
      },
    }),
  async strike(stage) {
    const { server } = stage.scene;
    const keys = stage.pick(1.5, 5) * keysPerSecond;
    await stage.scene.call('DEBUG', 'POPULATE', String(keys));
    await stage.scene.call('SAVE');
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
  tell: (ours, measures) =>
    `loading took ${Math.round(measures['loading ms'] ?? 0)} ms; a publish waited ${Math.round(ours?.longestSettleMs ?? 0)} ms at most`,
});
