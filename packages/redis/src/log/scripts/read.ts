import { Script } from '../script.js';
import { prelude } from './prelude.js';

/**
 * Reads on behind an id, without a group. KEYS log, heads. ARGV channel, id, how many events, how many entries.
 * Returns the last id appended or nothing, entries as id and payload, and 1 if there are no more.
 */
export const readScript: Script = new Script(
  'XRANGE',
  `${prelude}
local log, heads = KEYS[1], KEYS[2]
local from, budget, most = ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local out, events, drained = {}, 0, 0
while events < budget and #out < most do
  local entry = redis.call('XRANGE', log, '(' .. from, '+', 'COUNT', 1)[1]
  if not entry then
    drained = 1
    break
  end
  from = entry[1]
  out[#out + 1] = { from, payloadOf(entry[2]) }
  local _, _, count = offsets(from)
  events = events + math.max(1, count)
end
return { redis.call('HGET', heads, ARGV[1]) or '', out, drained }
`,
);
