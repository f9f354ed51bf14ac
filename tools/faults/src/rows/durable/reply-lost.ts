import { durableRow } from '../../stage/durable-row.js';
import { SingleServer } from '../../stage/single-server.js';
import type { Row } from '../row.js';
import { lostOrTwice } from './harmed.js';

const deafMs = 100;

/** What was asked is done; that it was, nobody is told. */
export const replyLost: Row = durableRow({
  name: 'reply-lost',
  title: 'reply lost',
  inject: `the proxy swallows replies to everybody for ${deafMs} ms, then resets the connections`,
  promise: 'stored once; what is handled again has the same id',
  open: (secrets) => SingleServer.open(secrets, { durable: {}, proxied: () => true }),
  async strike(stage) {
    const { proxy } = stage.scene;
    for (let times = stage.pick(2, 12); times > 0; times -= 1) {
      await stage.fault(async () => {
        proxy.dropReplies();
        await stage.lasts(deafMs);
        proxy.reset();
        proxy.pass();
      });
      await stage.lasts(300);
    }
  },
  check: ({ unknown }) => (unknown === 0 ? [] : [`${unknown} publishes whose outcome is unknown`]),
  harm: lostOrTwice,
});
