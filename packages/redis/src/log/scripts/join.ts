import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * Joins a group in one partition, and makes the group if there is none. What it removes first is not there: since that is a
 * write, Redis does not refuse the rest for want of memory.
 *
 * KEYS members, log, heads, groups, consumers. ARGV incarnation, consumer, group, version, channel, '0' or '$', wake channel, wake command.
 * Returns -1 if the incarnation is not alive, 1 if the group is new, else 0.
 */
export const joinScript: Script = new Script(
  'XGROUP CREATE',
  `${prelude}
local members, log, heads, groups, consumers = unpack(KEYS)
local incarnation, consumer, group, version, channel, start = unpack(ARGV)
if not isAlive(members, incarnation, clock()) then return -1 end
redis.call('HDEL', consumers, consumer)
local created = 0
local made = redis.pcall('XGROUP', 'CREATE', log, group, start, 'MKSTREAM')
if type(made) == 'table' and made.err then
  if string.sub(made.err, 1, 9) ~= 'BUSYGROUP' then return made end
else
  created = 1
  local last = redis.call('HGET', heads, channel) or '0-0'
  if start == '0' then
    -- What was removed before there was a group is nothing that it missed.
    local first = redis.call('XRANGE', log, '-', '+', 'COUNT', 1)[1]
    if first then
      local from, _, count = offsets(first[1])
      last = (count > 0 and from > 1) and '0-' .. text((from - 1) * 1000 + 999) or '0-0'
    end
  end
  redis.call('HSET', groups, group, last)
end
redis.call('HSET', consumers, consumer, version)
wake(ARGV[8], ARGV[7], 'g:' .. group)
return created
`,
);
