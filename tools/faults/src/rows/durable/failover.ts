import { BehindSentinels } from '../../stage/behind-sentinels.js';
import { durableRow } from '../../stage/durable-row.js';
import type { Row } from '../row.js';

/** Sentinels promote the replica. What the old master took and did not pass on, Redis itself has lost. */
export const failover: Row = durableRow({
  name: 'failover',
  title: 'failover (Sentinel)',
  inject: 'SENTINEL FAILOVER; min-replicas-to-write 1, so that a master without its replica takes nothing',
  promise: 'followed; 0 lost',
  open: (secrets) => BehindSentinels.open(secrets, { durable: {}, config: { 'min-replicas-to-write': '1' } }),
  strike: (stage) => stage.fault(() => stage.scene.sentinel.failover()),
  patienceMs: { short: 500, full: 5_000 },
});
