import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * What is known of a channel's groups in one partition.
 *
 * KEYS members, log, heads, groups. ARGV channel, and what the names begin with that hold consumers, levels and parked streams.
 * Returns for each its name, how many events are waiting, pending and parked, and how many members are alive.
 */
export const listGroupsScript: Script = new Script(
  'HGETALL',
  `${prelude}
local members, log, heads, groups = unpack(KEYS)
local channel, consumersBefore, levelsBefore, parkedBefore = unpack(ARGV)
local now = clock()
local function lastOf(id)
  local _, last = offsets(id)
  return last
end
local head = redis.call('HGET', heads, channel)
local reached = head and lastOf(head) or 0
local oldest = redis.call('XRANGE', log, '-', '+', 'COUNT', 1)[1]
local kept = 0
if oldest then
  local first = offsets(oldest[1])
  kept = first > 0 and reached - first + 1 or reached
end
local out = {}
local all = redis.call('HGETALL', groups)
for at = 1, #all, 2 do
  local group, pending, parked, alive = all[at], 0, 0, 0
  local from = '-'
  repeat
    local page = redis.pcall('XPENDING', log, group, from, '+', 1000)
    if page.err then page = {} end
    for _, entry in ipairs(page) do
      local _, _, count = offsets(entry[1])
      pending = pending + math.max(1, count)
      from = '(' .. entry[1]
    end
  until #page < 1000
  for _, level in ipairs(redis.call('SMEMBERS', levelsBefore .. group)) do
    parked = parked + redis.call('XLEN', parkedBefore .. level .. ':' .. group)
  end
  for _, consumer in ipairs(redis.call('HKEYS', consumersBefore .. group)) do
    if isAlive(members, incarnationOf(consumer), now) then alive = alive + 1 end
  end
  out[#out + 1] = { group, math.max(0, math.min(kept, reached - lastOf(all[at + 1]))), pending, parked, alive }
end
return out
`,
);
