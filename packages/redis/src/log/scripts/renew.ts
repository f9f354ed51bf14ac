import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * A heartbeat: renews an incarnation, unless it has expired, and tells which others have and what was last appended. What it
 * removes first is long forgotten; since that is a write, Redis does not refuse the rest for want of memory.
 *
 * KEYS members, heads. ARGV incarnation or nothing, lease, how long the expired are kept, '1' to enter, then channels.
 * Returns whether it is alive, those that are not, and the last id of each channel.
 */
export const renewScript: Script = new Script(
  'ZADD',
  `${prelude}
local members, heads = KEYS[1], KEYS[2]
local incarnation, lease, keep = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local now = clock()
redis.call('ZREMRANGEBYSCORE', members, '-inf', '(' .. text(now - keep))
local state = 1
if incarnation ~= '' then
  local expiry = redis.call('ZSCORE', members, incarnation)
  if (expiry and tonumber(expiry) > now) or (not expiry and ARGV[4] == '1') then
    redis.call('ZADD', members, text(now + lease), incarnation)
  else
    state = 0
  end
end
local ids = {}
if #ARGV > 4 then ids = redis.call('HMGET', heads, unpack(ARGV, 5)) end
for at = 1, #ARGV - 4 do ids[at] = ids[at] or '' end
return { state, redis.call('ZRANGE', members, '-inf', text(now), 'BYSCORE'), ids }
`,
);
