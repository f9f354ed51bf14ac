import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * Gives entries back as if they had not been handed out this time: they are pending for nobody alive. Some, or all that the
 * consumer has; then perhaps the lease of the partition, then perhaps the membership.
 *
 * KEYS log, notes, gaps, levels, lease, consumers. ARGV consumer, group, 'some', 'all', 'yield' or 'leave', what the names of parked streams
 * begin with, wake channel, wake command, then for some of them level and id by turns.
 */
export const giveBackScript: Script = new Script(
  'XCLAIM',
  `${prelude}
local log, notes, gaps, levels, lease, consumers = unpack(KEYS)
local consumer, group, what, parked = unpack(ARGV)
local function keyOf(level) return level == '-1' and log or parked .. level .. ':' .. group end
local function give(level, id, deliveries)
  local given = redis.call('XCLAIM', keyOf(level), group, '-', 0, id, 'RETRYCOUNT', math.max(0, deliveries - 1), 'JUSTID')
  if level == '-1' and #given == 0 then removed(gaps, notes, id) end
end
local function giveAll(level)
  local from = '-'
  repeat
    local page = redis.pcall('XPENDING', keyOf(level), group, from, '+', 100, consumer)
    if page.err then return end
    for _, entry in ipairs(page) do
      give(level, entry[1], entry[4])
      from = '(' .. entry[1]
    end
  until #page < 100
end
if what == 'some' then
  for at = 7, #ARGV, 2 do
    local page = redis.pcall('XPENDING', keyOf(ARGV[at]), group, ARGV[at + 1], ARGV[at + 1], 1, consumer)
    if page[1] then give(ARGV[at], ARGV[at + 1], page[1][4]) end
  end
else
  giveAll('-1')
  for _, level in ipairs(redis.call('SMEMBERS', levels)) do giveAll(level) end
end
if what == 'yield' or what == 'leave' then
  if redis.call('GET', lease) == consumer then redis.call('DEL', lease) end
end
if what == 'leave' then
  redis.call('HDEL', consumers, consumer)
  -- Never with something that is pending; all of it was given away.
  local page = redis.pcall('XPENDING', log, group, '-', '+', 1, consumer)
  if not page.err and #page == 0 then redis.call('XGROUP', 'DELCONSUMER', log, group, consumer) end
end
wake(ARGV[6], ARGV[5], 'g:' .. group)
return 1
`,
);
