import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * Takes what there is for a member in one partition: first what is parked and it can read, then what former members left, oldest
 * first, then what is new.
 *
 * KEYS members, log, groups, notes, gaps, levels, lease, consumers. ARGV incarnation, consumer, group, '1' if the channel is keyed,
 * how many events, how many entries, version, where to look on for what was left ('' for nowhere, '-' from the beginning), and what the names of
 * parked streams begin with.
 * Returns a word; entries as id, payload, deliveries, notes, level (-1: not parked), missed; where to look on; 1 if there is no
 * more. What was missed is noted until it has been told, as this answer may be lost.
 */
export const takeScript: Script = new Script(
  'XREADGROUP',
  `${prelude}
local members, log, groups, notes, gaps, levels, lease, consumers = unpack(KEYS)
local incarnation, consumer, group, keyed = unpack(ARGV)
local budget, most, version, from, parked = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7]), ARGV[8], ARGV[9]
local now = clock()
if not isAlive(members, incarnation, now) then return { 'dead' } end
-- Sent before the member left, and carried out after that: what it took would be pending for nobody who knows of it.
if redis.call('HEXISTS', consumers, consumer) == 0 then return { 'nogroup' } end
if keyed == '1' and redis.call('GET', lease) ~= consumer then return { 'lease' } end

local out, events = {}, 0
-- Removed while it was pending, and told with the next entry.
local missed = tonumber(redis.call('HGET', gaps, 'next') or 0)
local function isFull() return events >= budget or #out >= most end
local function hand(id, fields, deliveries, level, before, isOld)
  local name = level < 0 and id or level .. ':' .. id
  local noted = isOld and redis.call('HGET', notes, name)
  if level < 0 then
    local known = isOld and tonumber(redis.call('HGET', gaps, id) or 0) or 0
    before = before + known + missed
    if before > known then redis.call('HSET', gaps, id, text(before)) end
    if missed > 0 then redis.call('HDEL', gaps, 'next') end
    missed = 0
  end
  out[#out + 1] = { name, payloadOf(fields), deliveries, noted or '', level, before }
  local _, _, count = offsets(id)
  events = events + ((level >= 0 or count == 0) and 1 or count)
end

local known = { [consumer] = true }
local function isHeld(holder)
  -- Whoever has the lease has all.
  if keyed == '1' then return holder == consumer end
  if known[holder] == nil then known[holder] = isAlive(members, incarnationOf(holder), now) and true or false end
  return known[holder]
end
-- What is pending for those who are not alive. Returns where to look on, nothing when that is all, and an error if there is one.
local function leftovers(key, level, from)
  local pages = 0
  while not isFull() and pages < 10 do
    local page = redis.pcall('XPENDING', key, group, from, '+', 100)
    if page.err then return nil, page end
    for _, entry in ipairs(page) do
      local id = entry[1]
      if not isHeld(entry[2]) then
        local claimed = redis.call('XCLAIM', key, group, consumer, 0, id)[1]
        if claimed then
          hand(id, claimed[2], entry[4] + 1, level, 0, true)
        elseif level < 0 then
          missed = missed + removed(gaps, notes, id)
        end
      end
      from = '(' .. id
      if isFull() then return from end
    end
    if #page < 100 then return nil end
    pages = pages + 1
  end
  return from
end
local function unread(key, level)
  local reply = redis.pcall('XREADGROUP', 'GROUP', group, consumer, 'COUNT', 1, 'STREAMS', key, '>')
  if not reply then return nil end
  if reply.err then return nil, reply end
  return reply[1][2][1]
end

local wanted = redis.call('SMEMBERS', levels)
if #wanted > 0 then
  table.sort(wanted, function(a, b) return tonumber(a) < tonumber(b) end)
  for _, name in ipairs(wanted) do
    local level, key = tonumber(name), parked .. name .. ':' .. group
    if level <= version then
      if from == '-' then leftovers(key, level, '-') end
      while not isFull() do
        local entry, failure = unread(key, level)
        if failure and string.sub(failure.err, 1, 7) ~= 'NOGROUP' then return failure end
        if not entry then break end
        hand(entry[1], entry[2], 1, level, 0)
      end
    end
  end
end

if from ~= '' and not isFull() then
  local next, failure = leftovers(log, -1, from)
  if failure then return string.sub(failure.err, 1, 7) == 'NOGROUP' and { 'nogroup' } or failure end
  from = next or ''
  if from == '' then
    -- Consumers that are gone are forgotten, but never with something that is pending.
    for _, facts in ipairs(redis.call('XINFO', 'CONSUMERS', log, group)) do
      local name, pending
      for at = 1, #facts, 2 do
        if facts[at] == 'name' then name = facts[at + 1] elseif facts[at] == 'pending' then pending = facts[at + 1] end
      end
      if pending == 0 and not isAlive(members, incarnationOf(name), now) then redis.call('XGROUP', 'DELCONSUMER', log, group, name) end
    end
  end
end

local drained = 0
if from == '' then
  local last, moved = redis.call('HGET', groups, group), false
  while not isFull() do
    local entry, failure = unread(log, -1)
    if failure then return string.sub(failure.err, 1, 7) == 'NOGROUP' and { 'nogroup' } or failure end
    if not entry then
      drained = 1
      break
    end
    local id, before = entry[1], 0
    if last then
      local first, _, count = offsets(id)
      local _, reached = offsets(last)
      -- Otherwise somebody else chose its id.
      if count > 0 and first > reached then
        before = first - reached - 1
        last, moved = id, true
      end
    end
    hand(id, entry[2], 1, -1, before)
  end
  if moved then redis.call('HSET', groups, group, last) end
end
return { 'ok', out, from, drained }
`,
);
