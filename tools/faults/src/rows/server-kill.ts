import { loadRow } from '../stage/load-row.js';
import { SingleServer } from '../stage/single-server.js';
import type { Row } from './row.js';

const kills = 3;
const subscribers = 3;

/**
 * The server dies and comes back. Whether a plain ioredis loses anything is a race: of several publishers and subscribers
 * that all try again at the same moments, the one that is last must be a publisher for nothing to be lost. So there are
 * several of each, and several kills.
 */
export const serverKill: Row = loadRow({
  name: 'server-kill',
  title: 'server kill -9',
  inject: `SIGKILL, started again after 0.3 to 1 s, ${kills} times a round; 2 publishers, ${subscribers} subscribers`,
  promise: 'resubscribed, gap reported',
  longRounds: 20,
  cast: { publishers: 2, subscribers },
  open: (secrets) => SingleServer.open(secrets),
  async strike(stage) {
    const { server } = stage.scene;
    for (let kill = 0; kill < kills; kill += 1) {
      await stage.fault(async () => {
        await server.kill();
        await stage.lasts(stage.pick(300, 300 + kill * 350));
        await server.restart();
      });
    }
  },
  check: ({ reconnectReports }) =>
    reconnectReports >= kills * subscribers
      ? []
      : [`${kills * subscribers - reconnectReports} reconnects without a gap report`],
  harm: ({ lost, duplicates }) =>
    lost + duplicates === 0 ? undefined : `${lost} lost and ${duplicates} delivered twice, without a word`,
  tell: (ours) => `reported: ${ours?.reconnectReports ?? 0} reconnects, ${ours?.holeReports ?? 0} holes`,
});
