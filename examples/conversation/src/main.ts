import pc from 'picocolors';
import { Interruption } from './interruption.js';
import { readOptions, UsageError, usage } from './options.js';
import { run } from './run.js';
import { RunFailure } from './run-failure.js';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(usage);
  else if (!(await run(options))) process.exitCode = 1;
} catch (error) {
  process.exitCode = error instanceof Interruption ? error.exitCode : 1;
  if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`);
  else if (error instanceof RunFailure) console.error(pc.red(error.message) + error.advice);
  else if (!(error instanceof Interruption)) throw error;
}
