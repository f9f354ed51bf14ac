import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * What is pending for a consumer. KEYS log, levels. ARGV consumer, group, what the names of parked streams begin with.
 * Returns level and id by turns.
 */
export const ownScript: Script = new Script(
  'XPENDING',
  `${prelude}
local log, levels = unpack(KEYS)
local consumer, group, parked = unpack(ARGV)
local out = {}
local function list(key, level)
  local from = '-'
  repeat
    local page = redis.pcall('XPENDING', key, group, from, '+', 1000, consumer)
    if page.err then return end
    for _, entry in ipairs(page) do
      out[#out + 1] = level
      out[#out + 1] = entry[1]
      from = '(' .. entry[1]
    end
  until #page < 1000
end
list(log, '-1')
for _, level in ipairs(redis.call('SMEMBERS', levels)) do list(parked .. level .. ':' .. group, level) end
return out
`,
);
