import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Row } from '../row.js';

/** The server has no memory left. It keeps nothing more; what it has is still handled. */
export const outOfMemory: Row = durableRow({
  name: 'oom',
  title: 'OOM',
  inject: 'CONFIG SET maxmemory 1mb',
  promise: 'publish rejects with out_of_memory, all or nothing; what is there is still handled',
  open: (secrets) => SingleServer.open(secrets, { durable: {} }),
  async strike(stage) {
    const { scene } = stage;
    await stage.fault(async () => {
      await scene.call('CONFIG', 'SET', 'maxmemory', '1mb');
      await stage.lasts(stage.pick(1_200, 5_000));
      await scene.call('CONFIG', 'SET', 'maxmemory', '0');
    });
  },
  check: ({ notSent, unknown }) => [
    ...(notSent.out_of_memory ? [] : ['no publish rejected with out_of_memory']),
    ...(unknown === 0 ? [] : [`${unknown} publishes whose outcome is unknown`]),
  ],
  tell: (ours) => `rejected with out_of_memory: ${ours?.notSent.out_of_memory ?? 0}`,
});
