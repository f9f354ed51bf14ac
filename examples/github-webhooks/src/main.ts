import pc from 'picocolors';
import { isOnRedis } from './open-bus.js';
import { readOptions, UsageError, usage } from './options.js';
import { RunFailure } from './run-failure.js';
import { runOnMemory } from './run-on-memory.js';
import { runOnRedis } from './run-on-redis.js';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(usage);
  else await (isOnRedis(options.bus) ? runOnRedis(options) : runOnMemory(options));
} catch (error) {
  process.exitCode = 1;
  if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`);
  else if (error instanceof RunFailure) console.error(pc.red(error.message) + error.advice);
  else throw error;
}
