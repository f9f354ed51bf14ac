import { loadRow } from '../stage/load-row.js';
import { SingleServer } from '../stage/single-server.js';
import type { Row } from './row.js';

const deafMs = 100;

/** What was published arrives; that it did, the publisher is not told. */
export const replyLost: Row = loadRow({
  name: 'reply-lost',
  title: 'reply lost',
  inject: `the proxy swallows replies for ${deafMs} ms, then resets the publisher's connections`,
  promise: '0 duplicates; rejects "outcome unknown"',
  open: (secrets) => SingleServer.open(secrets, { proxied: ({ role }) => role === 'publisher' }),
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
  check: ({ unknown }) => (unknown > 0 ? [] : ['no publish said that its outcome is unknown']),
  harm: ({ duplicates, outOfOrder }) =>
    duplicates === 0 ? undefined : `${duplicates} delivered twice, ${outOfOrder} out of order`,
});
