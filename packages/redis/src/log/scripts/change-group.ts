import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * Removes a group without live members, or has it begin anew elsewhere.
 *
 * KEYS members, log, groups, consumers, lease, notes, gaps, levels. ARGV group, what the names of parked streams begin with, 'look', 'delete'
 * or 'reset', and behind which id it begins. Returns -1 if it has live members, 0 if there is none, else 1.
 */
export const changeGroupScript: Script = new Script(
  'XGROUP',
  `${prelude}
local members, log, groups, consumers, lease, notes, gaps, levels = unpack(KEYS)
local group, parked, what, after = unpack(ARGV)
local now = clock()
for _, consumer in ipairs(redis.call('HKEYS', consumers)) do
  if isAlive(members, incarnationOf(consumer), now) then return -1 end
end
if redis.call('HEXISTS', groups, group) == 0 then return 0 end
if what == 'look' then return 1 end
redis.pcall('XGROUP', 'DESTROY', log, group)
for _, level in ipairs(redis.call('SMEMBERS', levels)) do redis.call('DEL', parked .. level .. ':' .. group) end
redis.call('DEL', consumers, lease, notes, gaps, levels)
if what == 'delete' then
  redis.call('HDEL', groups, group)
else
  redis.call('XGROUP', 'CREATE', log, group, after, 'MKSTREAM')
  redis.call('HSET', groups, group, after)
end
return 1
`,
);
