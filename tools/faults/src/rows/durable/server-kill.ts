import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Stage } from '../../stage/stage.js';
import type { Row } from '../row.js';
import { lostOrTwice } from './harmed.js';

const kills = 3;

async function strike(stage: Stage<SingleServer>): Promise<void> {
  const { server } = stage.scene;
  for (let kill = 0; kill < kills; kill += 1) {
    await stage.fault(async () => {
      await server.kill();
      await stage.lasts(stage.pick(200, 300 + kill * 350));
      await server.restart();
    });
  }
}

/** The server dies and comes back with its append-only file, which it had written before it answered. */
export const serverKill: Row = durableRow({
  name: 'server-kill',
  title: 'server kill -9, appendfsync always',
  inject: `SIGKILL, started again after 0.3 to 1 s, ${kills} times a round; appendonly yes`,
  promise: '0 acknowledged lost',
  longRounds: 20,
  open: (secrets) => SingleServer.open(secrets, { durable: {}, config: { appendonly: 'yes', appendfsync: 'always' } }),
  strike,
  harm: lostOrTwice,
});

/** The same, with the file as Redis writes it by default. */
export const serverKillEverySecond: Row = durableRow({
  name: 'server-kill-everysec',
  title: 'server kill -9, appendfsync everysec',
  inject: 'the same; Redis may answer up to two seconds before it writes, while the disk is busy',
  promise: '0 acknowledged lost, where the disk is not busy',
  longRounds: 5,
  open: (secrets) =>
    SingleServer.open(secrets, { durable: {}, config: { appendonly: 'yes', appendfsync: 'everysec' } }),
  strike,
});
