import { Option } from 'commander';
import { outputFormats } from '../report/output-format.js';

/** `--config`, the same for every command that has it. */
export function configOption(): Option {
  return new Option(
    '--config <path>',
    'the configuration file (default: tidings.config.ts, if there is one); the package is the folder that it is in',
  );
}

/** `--against`, the same for every command that compares with what was released. */
export function againstOption(): Option {
  return new Option(
    '--against <state>',
    'git:<ref>, npm:<package>@<range>, a folder or a file (default: contract.lock.json)',
  );
}

/** `--format`, the same for every command that lists something. */
export function formatOption(): Option {
  return new Option('--format <format>', 'how to say what was found').choices(outputFormats).default('text');
}
