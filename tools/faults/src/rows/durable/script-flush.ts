import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Row } from '../row.js';

const everyMs = 100;

/** The server forgets its scripts. */
export const scriptFlush: Row = durableRow({
  name: 'script-flush',
  title: 'SCRIPT FLUSH',
  inject: `SCRIPT FLUSH each ${everyMs} ms`,
  promise: 'nobody notices',
  open: (secrets) => SingleServer.open(secrets, { durable: {} }),
  async strike(stage) {
    await stage.fault(async () => {
      for (let times = stage.pick(10, 50); times > 0; times -= 1) {
        await stage.scene.call('SCRIPT', 'FLUSH');
        await stage.lasts(everyMs);
      }
    });
  },
  check: ({ published, accepted, disconnects }) => [
    ...(accepted === published ? [] : [`${published - accepted} publishes did not succeed`]),
    ...(disconnects === 0 ? [] : [`${disconnects} reconnects`]),
  ],
});
