import { Script } from '../script.js';

/**
 * Finds where to begin. KEYS log, heads. ARGV channel, and '$' for the end, else the id from which on an entry is looked for.
 * Returns the last id appended or nothing, and the id that was found or nothing.
 */
export const findPlaceScript: Script = new Script(
  'XRANGE',
  `
local found
if ARGV[2] == '$' then
  found = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
else
  found = redis.call('XRANGE', KEYS[1], ARGV[2], '+', 'COUNT', 1)[1]
end
return { redis.call('HGET', KEYS[2], ARGV[1]) or '', found and found[1] or '' }
`,
);
