import { nowMs } from '../process/now.js';
import { comesTrue, until } from '../process/until.js';
import { loadRow } from '../stage/load-row.js';
import { TwoServers } from '../stage/two-servers.js';
import type { Row } from './row.js';

/** The publisher's server becomes the replica of the one that was its replica: what it takes now reaches nobody there. */
export const replica: Row = loadRow({
  name: 'replica',
  title: 'replica',
  inject: 'master and replica change places by REPLICAOF, and back; a subscriber at each',
  promise: 'nothing published into the void',
  cast: { subscribers: 2 },
  open: (secrets) => TwoServers.open(secrets),
  async prepare({ cast, scene }) {
    await scene.makeReplica(scene.second, scene.first);
    await scene.inSync(scene.second);
    await until('the bus at the replica has noticed', async () => (await cast.progress('ours', 0)).disconnects > 0);
  },
  async strike(stage) {
    const { cast, scene } = stage;
    await stage.fault(async () => {
      const from = nowMs();
      await scene.makeReplica(scene.first, scene.second);
      const noticed = await comesTrue(async () => (await cast.progress('ours', from)).problems.includes('read_only'), {
        withinMs: 5_000,
      });
      if (!noticed) stage.breach('the publisher did not notice that its server is a replica');
      // What was on its way has been answered by then.
      await stage.lasts(200);
      const { accepted: before } = await cast.progress('ours', 0);
      await stage.lasts(stage.pick(1_200, 5_000));
      const { accepted: after } = await cast.progress('ours', 0);
      stage.measure('into the void', after - before);
      if (after > before) stage.breach(`${after - before} accepted by a replica that was known to be one`);
      await scene.makeReplica(scene.second, scene.first);
      await scene.inSync(scene.second);
    });
  },
  harm: ({ lost }) => (lost === 0 ? undefined : `${lost} published into the void, without a word`),
  tell: (_ours, measures) => `accepted by the replica once it was known as one: ${measures['into the void'] ?? 0}`,
});
