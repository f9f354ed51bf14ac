import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * Who is in a group, in one partition of a keyed channel, and who has its lease. Members that are not alive are forgotten.
 *
 * KEYS members, consumers, lease, levels. ARGV incarnation.
 * Returns whether the incarnation is alive, the holder or nothing, whether that is alive, consumers and versions by turns, and
 * the highest version that something parked wants.
 */
export const lookScript: Script = new Script(
  'HGETALL',
  `${prelude}
local members, consumers, lease, levels = unpack(KEYS)
local now = clock()
local alive = {}
local all = redis.call('HGETALL', consumers)
for at = 1, #all, 2 do
  if isAlive(members, incarnationOf(all[at]), now) then
    alive[#alive + 1] = all[at]
    alive[#alive + 1] = all[at + 1]
  else
    redis.call('HDEL', consumers, all[at])
  end
end
local holder = redis.call('GET', lease)
local needed = 0
for _, level in ipairs(redis.call('SMEMBERS', levels)) do needed = math.max(needed, tonumber(level)) end
return {
  isAlive(members, ARGV[1], now) and 1 or 0,
  holder or '',
  (holder and isAlive(members, incarnationOf(holder), now)) and 1 or 0,
  alive,
  needed,
}
`,
);
