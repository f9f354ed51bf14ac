import { leaseMs } from '../../stage/durable-medium.js';
import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Row } from '../row.js';
import { leftBehind } from './left-behind.js';

const handlerMs = 40;

/** A worker stands still for longer than its lease, and wakes up. */
export const slowConsumer: Row = durableRow({
  name: 'slow-consumer',
  title: 'slow consumer',
  inject: `SIGSTOP of a worker, until others have what it had, and a second more; its lease is ${leaseMs} ms`,
  promise: '0 lost; what it had goes to others, and nothing that it does on waking counts',
  open: (secrets) => SingleServer.open(secrets, { durable: { handlerMs } }),
  async strike(stage) {
    const { cast } = stage;
    const slow = cast.sides.flatMap((side) => cast.members(side, 'worker').slice(0, 1));
    for (let times = stage.pick(1, 3); times > 0; times -= 1) {
      await stage.fault(async () => {
        await Promise.all(slow.map((member) => cast.isAtWork(member)));
        for (const member of slow) {
          member.child.signal('SIGSTOP');
          cast.standsStill(member);
        }
        await leftBehind.wait(stage);
        await stage.lasts(stage.pick(200, 1_000));
        for (const { child } of slow) child.signal('SIGCONT');
      });
    }
  },
  check: ({ durable }) => (durable?.redeliveredMs.length ? [] : ['nothing was redelivered, so nothing was shown']),
  harm: leftBehind.harm,
});
