import { BehindSentinels } from '../../stage/behind-sentinels.js';
import { durableRow } from '../../stage/durable-row.js';
import type { Row } from '../row.js';

/** No event of the load takes fewer bytes of what a master passes on. */
const leastBytes = 60;
const unreplicated = 'unreplicated';

/**
 * Sentinels promote the replica. What the old master took and had not passed on, Redis itself has lost: it answers before it
 * replicates.
 */
export const failover: Row = durableRow({
  name: 'failover',
  title: 'failover (Sentinel)',
  inject: 'SENTINEL FAILOVER; min-replicas-to-write 1, so that a master that has lost its replica takes nothing',
  promise: 'followed; lost, or read twice, is only what the master had taken and not replicated by then',
  unreplicated: (measures) => measures[unreplicated] ?? 0,
  open: (secrets) => BehindSentinels.open(secrets, { durable: {}, config: { 'min-replicas-to-write': '1' } }),
  strike: (stage) =>
    stage.fault(async () => {
      stage.measure(unreplicated, Math.ceil((await stage.scene.failover()) / leastBytes));
    }),
  patienceMs: { short: 500, full: 5_000 },
  tell: (ours, measures) =>
    `not replicated: ${measures[unreplicated]} events at most; rejected meanwhile: ${Object.entries(ours?.notSent ?? {})
      .map(([code, times]) => `${times} ${code}`)
      .join(', ')}`,
});
