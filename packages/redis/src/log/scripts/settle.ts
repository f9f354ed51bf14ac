import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * Settles an entry, as a whole or not at all, and once however often it is sent: the first write is an XADD if there is one,
 * because only that is refused for want of memory.
 *
 * KEYS members, the stream that it is in, notes, dead, levels. ARGV incarnation, consumer, group, id, its name among notes, level
 * (-1: not parked), '1' if this was sent before, '1' if nothing is left to do, notes, what the names of parked streams begin with, wake
 * channel, wake command, how many dead, for each of them event, its id, reason, code and attempts, then for each parked event its level and JSON.
 * Returns 1 if it is done, 0 if the entry is not this consumer's, -1 if the incarnation is not alive.
 */
export const settleScript: Script = new Script(
  'XADD',
  `${prelude}
local members, stream, notes, dead, levels = unpack(KEYS)
local incarnation, consumer, group, id, name, level, again, done, noted, parked = unpack(ARGV)
local pending = redis.pcall('XPENDING', stream, group, id, id, 1)
if pending.err then return 0 end
local holder = pending[1] and pending[1][2]
-- Nobody else can have settled it as long as the incarnation was alive.
if not holder and done == '1' and again == '1' then return 1 end
if not isAlive(members, incarnation, clock()) then return -1 end
if holder ~= consumer then return 0 end
if done ~= '1' and redis.call('HGET', notes, name) == noted then return 1 end

local at, count = 14, tonumber(ARGV[13])
for _ = 1, count do
  redis.call('XADD', dead, '*', 'event', ARGV[at], 'eventId', ARGV[at + 1], 'group', group, 'reason', ARGV[at + 2], 'code', ARGV[at + 3], 'attempts', ARGV[at + 4])
  at = at + 5
end
local sets = #ARGV >= at
while ARGV[at] do
  local key = parked .. ARGV[at] .. ':' .. group
  redis.call('XADD', key, '*', 'e', ARGV[at + 1])
  if redis.call('SADD', levels, ARGV[at]) == 1 then redis.pcall('XGROUP', 'CREATE', key, group, '0') end
  at = at + 2
end
if done == '1' then
  redis.call('XACK', stream, group, id)
  redis.call('HDEL', notes, name)
  if level ~= '-1' then
    redis.call('XDEL', stream, id)
    if redis.call('XLEN', stream) == 0 then
      redis.call('DEL', stream)
      redis.call('SREM', levels, level)
    end
  end
else
  -- First what takes no memory: after a write Redis does not refuse the rest for want of it.
  redis.call('HDEL', notes, name)
  redis.call('HSET', notes, name, noted)
end
if sets or level ~= '-1' then wake(ARGV[12], ARGV[11], 'g:' .. group) end
return 1
`,
);
