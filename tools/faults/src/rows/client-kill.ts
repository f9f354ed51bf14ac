import { loadRow } from '../stage/load-row.js';
import { SingleServer } from '../stage/single-server.js';
import type { Row } from './row.js';

const everyMs = 1_000;

/** The server closes the subscribers' connections, and the publishers', in turn. */
export const clientKill: Row = loadRow({
  name: 'client-kill',
  title: 'client kill',
  inject: 'CLIENT KILL TYPE pubsub and TYPE normal in turn, one a second',
  promise: 'resubscribed, gap reported',
  cast: { subscribers: 2 },
  open: (secrets) => SingleServer.open(secrets),
  async strike(stage) {
    const kills = stage.pick(3, 10);
    for (let kill = 0; kill < kills; kill += 1) {
      const pause = stage.lasts(everyMs);
      await stage.fault(() => stage.scene.call('CLIENT', 'KILL', 'TYPE', kill % 2 === 0 ? 'pubsub' : 'normal'));
      await pause;
    }
  },
  check({ reconnectReports }, { cast, strikes }) {
    const cut = Math.ceil(strikes.length / 2) * cast.members('ours', 'subscriber').length;
    return reconnectReports >= cut ? [] : [`${cut - reconnectReports} reconnects without a gap report`];
  },
  harm: ({ lost, received }) =>
    lost === 0 ? undefined : `${lost} lost (${((100 * lost) / (lost + received)).toFixed(1)} %), without a word`,
  tell: (ours) => `reported: ${ours?.reconnectReports ?? 0} reconnects, ${ours?.holeReports ?? 0} holes`,
});
