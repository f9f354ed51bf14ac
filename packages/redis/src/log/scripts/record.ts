import { Script } from '../script.js';

/** Says of a channel what it is, unless that was said before. KEYS channels. ARGV channel, what it is. Returns what it is. */
export const recordScript: Script = new Script(
  'HSET',
  `
local known = redis.call('HGET', KEYS[1], ARGV[1])
if known then return known end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return ARGV[2]
`,
);
