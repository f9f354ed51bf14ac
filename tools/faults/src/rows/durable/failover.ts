import { BehindSentinels } from '../../stage/behind-sentinels.js';
import { durableRow } from '../../stage/durable-row.js';
import type { Row } from '../row.js';

/** What a master takes in some fifty milliseconds. */
const unreplicated = 150;

/**
 * Sentinels promote the replica. What the old master took and had not passed on, Redis itself has lost: it answers before it
 * replicates.
 */
export const failover: Row = durableRow({
  name: 'failover',
  title: 'failover (Sentinel)',
  inject: 'SENTINEL FAILOVER; min-replicas-to-write 1, so that a master that has lost its replica takes nothing',
  promise: `followed; lost, or read twice, is only what the master had not replicated by then: ${unreplicated} at most`,
  unreplicated,
  open: (secrets) => BehindSentinels.open(secrets, { durable: {}, config: { 'min-replicas-to-write': '1' } }),
  strike: (stage) => stage.fault(() => stage.scene.sentinel.failover()),
  patienceMs: { short: 500, full: 5_000 },
  tell: (ours) =>
    `rejected meanwhile: ${Object.entries(ours?.notSent ?? {})
      .map(([code, times]) => `${times} ${code}`)
      .join(', ')}`,
});
