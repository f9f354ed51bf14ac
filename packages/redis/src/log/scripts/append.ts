import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * Appends batches, each as an entry, once: what has a number that is not new was stored before. Events whose own key is known
 * are left out. The first write is an XADD: only that is refused when there is no memory, and then nothing has changed.
 *
 * KEYS log, heads, sent, then a key for each event that is stored once.
 * ARGV channel, number, window, most age, most count, wake channel, wake command; then for each batch how many events it has and
 * either 'whole' and the payload, or 'each' and, for each event, its JSON and the place of its key among those, 0 for none. Ages
 * and counts below 0 are no limit.
 */
export const appendScript: Script = new Script(
  'XADD',
  `${prelude}
local log, heads, sent = KEYS[1], KEYS[2], KEYS[3]
local channel, number, window = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local maxAge, maxCount = tonumber(ARGV[4]), tonumber(ARGV[5])
local before = redis.call('GET', sent)
if before and tonumber(before) >= number then return 'known' end

local entries, once, seen, at, total = {}, {}, {}, 8, 0
while ARGV[at] do
  local count, payload = tonumber(ARGV[at]), ARGV[at + 2]
  if ARGV[at + 1] == 'whole' then
    at = at + 3
  else
    local events = {}
    for which = 0, count - 1 do
      local event, place = ARGV[at + 2 + 2 * which], tonumber(ARGV[at + 3 + 2 * which])
      local key = place > 0 and KEYS[3 + place]
      if not key then
        events[#events + 1] = event
      elseif not seen[key] and redis.call('EXISTS', key) == 0 then
        seen[key] = true
        once[#once + 1] = key
        events[#events + 1] = event
      end
    end
    at = at + 2 + 2 * count
    count = #events
    payload = count == 1 and events[1] or '[' .. table.concat(events, ',') .. ']'
  end
  if count > 0 then
    total = total + count
    entries[#entries + 1] = { count, payload }
  end
end
if total == 0 then return 'known' end

local ms, offset = clock(), 0
local head = redis.call('HGET', heads, channel)
if not head then
  -- Evicted, perhaps: the numbers go on from what is there.
  local tail = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)
  head = tail[1] and tail[1][1]
end
if head then
  ms = math.max(ms, tonumber(string.match(head, '^(%d+)')))
  local _, last = offsets(head)
  offset = last
end
local now, rest = ms, ''
for _, entry in ipairs(entries) do
  offset = offset + entry[1]
  rest = '-' .. text(offset * 1000 + entry[1])
  local added = redis.pcall('XADD', log, text(ms) .. rest, 'e', entry[2])
  if type(added) == 'table' and added.err then
    if not string.find(added.err, 'equal or smaller', 1, true) then return added end
    -- Somebody else has added an entry with a later id.
    local facts = redis.call('XINFO', 'STREAM', log)
    for at = 1, #facts, 2 do
      if facts[at] == 'last-generated-id' then ms = tonumber(string.match(facts[at + 1], '^(%d+)')) + 1 end
    end
    redis.call('XADD', log, text(ms) .. rest, 'e', entry[2])
  end
end
redis.call('HSET', heads, channel, text(ms) .. rest)
redis.call('SET', sent, text(number), 'PX', window)
for _, key in ipairs(once) do redis.call('SET', key, '1', 'PX', window) end

if maxAge >= 0 then redis.call('XTRIM', log, 'MINID', '~', text(math.max(0, now - maxAge)) .. '-0') end
local step = math.max(1, math.floor(maxCount / 10))
if maxCount >= 0 and offset > maxCount and math.floor(offset / step) > math.floor((offset - total) / step) then
  -- The first event to keep is found by halving the time: reading all that goes would take long.
  local keep = offset - maxCount + 1
  local first = redis.call('XRANGE', log, '-', '+', 'COUNT', 1)
  local low, high = tonumber(string.match(first[1][1], '^(%d+)')), ms + 1
  local function lastAt(from)
    local found = redis.call('XRANGE', log, from, '+', 'COUNT', 1)
    if not found[1] then return offset + 1, offset + 1 end
    local from, last = offsets(found[1][1])
    return last, from
  end
  -- The first millisecond from which on all is kept.
  while low < high do
    local middle = math.floor((low + high) / 2)
    if lastAt(text(middle)) >= keep then high = middle else low = middle + 1 end
  end
  local id = text(math.max(0, low - 1)) .. '-' .. text(keep * 1000)
  local _, from = lastAt(id)
  -- Entries of somebody else may have led astray: rather too many are kept than too few.
  if from <= keep then redis.call('XTRIM', log, 'MINID', id) end
end
wake(ARGV[7], ARGV[6], 'e')
return 'stored'
`,
);
