import { constants } from 'node:os';
import { main } from './command-line.js';

// The registry, the Redis and the services end with this process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

process.exitCode = await main(process.argv.slice(2));
