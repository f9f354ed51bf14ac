import { leaseMs } from '../../stage/durable-medium.js';
import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Row } from '../row.js';
import { leftBehind } from './left-behind.js';

const handlerMs = 40;

/** The process of a worker dies; some time later there is another one. */
export const consumerDies: Row = durableRow({
  name: 'consumer-dies',
  title: 'consumer dies',
  inject: `SIGKILL of one of two workers, each in turn, and a new one once others have what it had; its lease is ${leaseMs} ms`,
  promise: 'reclaimed after the lease, 0 lost',
  longRounds: 5,
  open: (secrets) => SingleServer.open(secrets, { durable: { handlerMs } }),
  async strike(stage) {
    const { cast } = stage;
    for (let times = 0; times < stage.pick(1, 2); times += 1) {
      await stage.fault(async () => {
        const victims = cast.sides.flatMap((side) =>
          cast.members(side, 'worker').filter(({ index }) => index === times % 2),
        );
        await Promise.all(victims.map((victim) => cast.isAtWork(victim)));
        await cast.kill(victims);
        await leftBehind.wait(stage);
        await Promise.all(victims.map((victim) => cast.replace(victim)));
      });
    }
  },
  check: ({ durable }) => (durable?.redeliveredMs.length ? [] : ['nothing was redelivered, so nothing was shown']),
  harm: leftBehind.harm,
});
