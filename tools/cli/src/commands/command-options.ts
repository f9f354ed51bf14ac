import { Option } from 'commander';
import { outputFormats } from '../report/output-format.js';

/** `--config`, the same for every command that has it. */
export function configOption(): Option {
  return new Option(
    '--config <path>',
    'the configuration file (default: tidings.config.ts, if there is one); the package is the folder that it is in',
  );
}

/** `--format`, the same for every command that lists something. */
export function formatOption(): Option {
  return new Option('--format <format>', 'how to say what was found').choices(outputFormats).default('text');
}
