import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * Sets dead letters aside for the groups that gave them up, as long as there are those.
 *
 * KEYS dead, groups. ARGV what the names begin with that hold parked streams and levels, wake channel, wake command, ids. Returns how many.
 */
export const redriveScript: Script = new Script(
  'XADD',
  `${prelude}
local dead, groups = KEYS[1], KEYS[2]
local parked, levels = ARGV[1], ARGV[2]
local count, told = 0, {}
for at = 5, #ARGV do
  local entry = redis.call('XRANGE', dead, ARGV[at], ARGV[at])[1]
  local facts = {}
  if entry then
    for field = 1, #entry[2], 2 do facts[entry[2][field]] = entry[2][field + 1] end
  end
  local group = facts.group
  if group and redis.call('HEXISTS', groups, group) == 1 then
    local key = parked .. '0:' .. group
    redis.call('XADD', key, '*', 'e', facts.event)
    if redis.call('SADD', levels .. group, '0') == 1 then redis.pcall('XGROUP', 'CREATE', key, group, '0') end
    redis.call('XDEL', dead, ARGV[at])
    count = count + 1
    told[group] = true
  end
end
for group in pairs(told) do wake(ARGV[4], ARGV[3], 'g:' .. group) end
return count
`,
);
