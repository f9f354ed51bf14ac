import type { Said } from './messages.js';
import type { Scenario } from './scenario.js';

// Nothing may be imported here: it would be imported for all of them.
const now = (): number => performance.timeOrigin + performance.now();
const begunAt = now();
const [, , module = '', redisUrl = ''] = process.argv;
const scenario: Scenario = await import(`./scenarios/${module}.js`);
const importedAt = now();
await scenario.firstEvent(redisUrl);
const handledAt = now();
const { user, system } = process.cpuUsage();
const rss = process.memoryUsage.rss();
const said: Said = { say: 'handled', begunAt, importedAt, handledAt, cpuMs: (user + system) / 1_000, rss };
process.send?.(said);
