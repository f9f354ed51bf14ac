import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * Acknowledges entries. As long as the incarnation is alive, nobody else can have claimed them.
 *
 * KEYS members, log. ARGV incarnation, group, ids. Returns -1 if it is not alive.
 */
export const ackScript: Script = new Script(
  'XACK',
  `${prelude}
local members, log = unpack(KEYS)
if not isAlive(members, ARGV[1], clock()) then return -1 end
return redis.call('XACK', log, ARGV[2], unpack(ARGV, 3))
`,
);
