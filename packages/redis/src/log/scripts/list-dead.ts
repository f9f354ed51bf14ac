import { Script } from '../script.js';

/** Reads dead letters. KEYS dead. ARGV from which id, how many. */
export const listDeadScript: Script = new Script(
  'XRANGE',
  `return redis.call('XRANGE', KEYS[1], ARGV[1], '+', 'COUNT', ARGV[2])`,
);
