import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * Takes the lease of a partition, if it is free or its holder is not alive. What it removes first is not there, so that it is not
 * refused for want of memory.
 *
 * KEYS members, lease, consumers. ARGV incarnation, consumer. Returns -1 if the incarnation is not alive, 1 if it has the lease, else 0.
 */
export const leaseScript: Script = new Script(
  'SET',
  `${prelude}
local members, lease = KEYS[1], KEYS[2]
local incarnation, consumer = ARGV[1], ARGV[2]
local now = clock()
if not isAlive(members, incarnation, now) then return -1 end
local holder = redis.call('GET', lease)
if holder == consumer then return 1 end
if holder and isAlive(members, incarnationOf(holder), now) then return 0 end
redis.call('DEL', lease)
redis.call('SET', lease, consumer)
return 1
`,
);
