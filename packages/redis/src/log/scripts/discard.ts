import { Script } from '../script.js';

/** Removes dead letters. KEYS dead. ARGV ids. Returns how many there were. */
export const discardScript: Script = new Script('XDEL', `return redis.call('XDEL', KEYS[1], unpack(ARGV))`);
