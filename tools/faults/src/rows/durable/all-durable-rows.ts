import type { Row } from '../row.js';
import { aclRevoked } from './acl-revoked.js';
import { badBytes } from './bad-bytes.js';
import { clientKill } from './client-kill.js';
import { clientPause } from './client-pause.js';
import { clusterFailover, clusterKill } from './cluster-failover.js';
import { consumerDies } from './consumer-dies.js';
import { failover } from './failover.js';
import { flushAll } from './flush-all.js';
import { halfOpenCut } from './half-open-cut.js';
import { halfOpenStop } from './half-open-stop.js';
import { handlers } from './handlers.js';
import { loading } from './loading.js';
import { outOfMemory } from './out-of-memory.js';
import { oversize } from './oversize.js';
import { partition } from './partition.js';
import { replica } from './replica.js';
import { replyLost } from './reply-lost.js';
import { scriptFlush } from './script-flush.js';
import { serverKill, serverKillEverySecond } from './server-kill.js';
import { slotMove } from './slot-move.js';
import { slowConsumer } from './slow-consumer.js';
import { tenThousand } from './ten-thousand.js';
import { trim } from './trim.js';

/** The durable column of the fault table, in its order. */
export const allDurableRows: readonly Row[] = [
  serverKill,
  serverKillEverySecond,
  clientKill,
  replyLost,
  halfOpenStop,
  halfOpenCut,
  partition,
  slowConsumer,
  outOfMemory,
  replica,
  failover,
  loading,
  clientPause,
  aclRevoked,
  slotMove,
  clusterFailover,
  clusterKill,
  flushAll,
  scriptFlush,
  consumerDies,
  handlers,
  trim,
  badBytes,
  oversize,
  tenThousand,
];
