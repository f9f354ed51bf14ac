/** What several scripts use. */
export const prelude: string = `
local function clock()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
-- Numbers beyond 14 digits would otherwise be written with an exponent.
local function text(number) return string.format('%.0f', number) end
-- The numbers of the first and the last event of an entry, and how many it holds.
local function offsets(id)
  local number = tonumber(string.match(id, '%-(%d+)$'))
  local last, count = math.floor(number / 1000), number % 1000
  return last - count + 1, last, count
end
local function isAlive(members, incarnation, now)
  local expiry = redis.call('ZSCORE', members, incarnation)
  return expiry and tonumber(expiry) > now
end
local function incarnationOf(consumer) return string.match(consumer, '^(.*):[^:]*$') or consumer end
-- Never fails: what was stored is stored, whoever may be told.
local function wake(command, channel, word) redis.pcall(command, channel, word) end
-- An entry that somebody else added may have other fields.
local function payloadOf(fields)
  for at = 1, #fields, 2 do
    if fields[at] == 'e' then return fields[at + 1] end
  end
  return fields[2] or ''
end
-- How many events were removed unseen with a pending entry, and before it. Noted until they are told with the next entry.
local function removed(gaps, notes, id)
  local _, _, count = offsets(id)
  count = count + tonumber(redis.call('HGET', gaps, id) or 0)
  redis.call('HDEL', gaps, id)
  redis.call('HDEL', notes, id)
  redis.call('HSET', gaps, 'next', text(count + tonumber(redis.call('HGET', gaps, 'next') or 0)))
  return count
end
`;
