import { Script } from '../script.js';

/** A member was told of what was missed before an entry: nobody is to be told again. KEYS gaps. ARGV id. */
export const toldScript: Script = new Script('HDEL', `return redis.call('HDEL', KEYS[1], ARGV[1])`);
