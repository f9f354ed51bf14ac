import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * Acknowledges entries. As long as the incarnation is alive, nobody else can have claimed them.
 *
 * KEYS members, log, gaps. ARGV incarnation, group, '1' if gaps were told with them, ids. Returns -1 if it is not alive.
 */
export const ackScript: Script = new Script(
  'XACK',
  `${prelude}
local members, log, gaps = unpack(KEYS)
if not isAlive(members, ARGV[1], clock()) then return -1 end
local count = redis.call('XACK', log, ARGV[2], unpack(ARGV, 4))
if ARGV[3] == '1' then redis.call('HDEL', gaps, unpack(ARGV, 4)) end
return count
`,
);
