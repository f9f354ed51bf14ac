import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Row } from '../row.js';

/** The server puts commands off: for less than it takes to notice, and for more. */
export const clientPause: Row = durableRow({
  name: 'client-pause',
  title: 'CLIENT PAUSE',
  inject: 'CLIENT PAUSE WRITE for 1 s, then ALL for 3.5 s',
  promise: 'settles, 0 lost',
  open: (secrets) => SingleServer.open(secrets, { durable: {} }),
  async strike(stage) {
    for (const [what, ms] of [
      ['WRITE', 1_000],
      ['ALL', 3_500],
    ] as const) {
      await stage.fault(async () => {
        await stage.scene.call('CLIENT', 'PAUSE', String(ms), what);
        await stage.lasts(ms);
      });
      await stage.lasts(stage.pick(100, 1_000));
    }
  },
  tell: (ours) => `a publish waited ${Math.round(ours?.longestSettleMs ?? 0)} ms at most`,
});
