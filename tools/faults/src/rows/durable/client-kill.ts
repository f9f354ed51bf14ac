import { nowMs } from '../../process/now.js';
import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Row } from '../row.js';
import { lostOrTwice } from './harmed.js';

const everyMs = 100;

/** The server closes everybody's connections, again and again. */
export const clientKill: Row = durableRow({
  name: 'client-kill',
  title: 'client kill',
  inject: `CLIENT KILL TYPE normal, and every other time TYPE pubsub too, each ${everyMs} ms`,
  promise: '0 lost',
  open: (secrets) => SingleServer.open(secrets, { durable: {} }),
  async strike(stage) {
    await stage.fault(async () => {
      const until = nowMs() + stage.pick(2_000, 10_000);
      for (let kill = 0; nowMs() < until; kill += 1) {
        const pause = stage.lasts(everyMs);
        await stage.scene.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
        if (kill % 2 === 1) await stage.scene.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
        stage.measure('kills', kill + 1);
        await pause;
      }
    });
  },
  harm: lostOrTwice,
  tell: (ours, measures) => `${measures.kills ?? 0} kills a round; ${ours?.disconnects ?? 0} reconnects`,
});
