import { Script } from '../script.js';

/** An incarnation is over: what its members hold is free. KEYS members. ARGV incarnation. */
export const retireScript: Script = new Script('ZREM', `return redis.call('ZREM', KEYS[1], ARGV[1])`);
