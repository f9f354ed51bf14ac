import { aclRevoked } from './acl-revoked.js';
import { badBytes } from './bad-bytes.js';
import { clientKill } from './client-kill.js';
import { clientPause } from './client-pause.js';
import { failover } from './failover.js';
import { halfOpenCut } from './half-open-cut.js';
import { halfOpenStop } from './half-open-stop.js';
import { handlers } from './handlers.js';
import { lifecycle } from './lifecycle.js';
import { loading } from './loading.js';
import { outOfMemory } from './out-of-memory.js';
import { oversize } from './oversize.js';
import { partition } from './partition.js';
import { replica } from './replica.js';
import { replyLost } from './reply-lost.js';
import type { Row } from './row.js';
import { serverKill } from './server-kill.js';
import { slotMove } from './slot-move.js';
import { slowConsumer } from './slow-consumer.js';
import { tenThousand } from './ten-thousand.js';

/** The broadcast column of the fault table, in its order. */
export const allRows: readonly Row[] = [
  serverKill,
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
  handlers,
  badBytes,
  oversize,
  lifecycle,
  tenThousand,
];
