import { durableRow } from '../../stage/durable-row.js';
import { TwoServers } from '../../stage/two-servers.js';
import type { Row } from '../row.js';
import { lostOrTwice } from './harmed.js';

/** Everybody's server becomes the replica of the one that was its replica, without losing anything, and is the master again. */
export const replica: Row = durableRow({
  name: 'replica',
  title: 'replica (READONLY)',
  inject: 'master and replica change places by FAILOVER, and back',
  promise: 'tried again until it is a master; 0 lost',
  open: (secrets) => TwoServers.open(secrets, { durable: {}, together: true }),
  async prepare({ scene }) {
    await scene.makeReplica(scene.second, scene.first);
    await scene.inSync(scene.second);
  },
  async strike(stage) {
    const { scene } = stage;
    await stage.fault(async () => {
      await scene.handOver(scene.first, scene.second);
      await stage.lasts(stage.pick(1_200, 4_000));
      await scene.handOver(scene.second, scene.first);
    });
  },
  harm: lostOrTwice,
});
