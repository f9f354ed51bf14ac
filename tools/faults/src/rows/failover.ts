import { nowMs } from '../process/now.js';
import { comesTrue } from '../process/until.js';
import { BehindSentinels } from '../stage/behind-sentinels.js';
import { clientsOf } from '../stage/client-list.js';
import { loadRow } from '../stage/load-row.js';
import type { Row } from './row.js';

const stayed = 'control stayed ms';
/** So long and it has not noticed. */
const leastStayMs = 1_000;

/** Sentinels promote the replica. */
export const failover: Row = loadRow({
  name: 'failover',
  title: 'failover',
  inject: 'SENTINEL FAILOVER',
  promise: 'gap reported',
  open: (secrets) => BehindSentinels.open(secrets),
  async strike(stage) {
    const { sentinel } = stage.scene;
    const old = await sentinel.master();
    await stage.fault(() => sentinel.failover());
    const over = stage.strikes.at(-1)?.to ?? 0;
    await comesTrue(async () => !(await clientsOf(old)).some(({ name }) => name.startsWith('control-')), {
      withinMs: stage.pick(1_500, 20_000),
    });
    stage.measure(stayed, nowMs() - over);
  },
  patienceMs: { short: 500, full: 5_000 },
  harm(control, measures) {
    const stayedMs = measures[stayed] ?? 0;
    if (stayedMs < leastStayMs) return undefined;
    return `still with the old master ${(stayedMs / 1_000).toFixed(1)} s later; ${control.lost} lost`;
  },
  tell: (ours) => `reported: ${ours?.reconnectReports ?? 0} reconnects, ${ours?.holeReports ?? 0} holes`,
});
