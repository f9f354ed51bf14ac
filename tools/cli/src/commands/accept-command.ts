import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { packagePlace } from '../config/package-place.js';
import { ruleSetNames } from '../config/rule-set-names.js';
import { progressOn } from '../report/progress.js';
import type { ExitCode } from '../report/run-on-packages.js';
import { configOption } from './command-options.js';

interface AcceptFlags {
  readonly reason: string;
  readonly against?: string;
  readonly use?: (typeof ruleSetNames)[number];
  readonly config?: string;
}

const help = `
What can't be decided is then taken to be harmless; what breaks still breaks, and is released as such.
The record is contract.accepted.json: commit it, so that the reason is there when somebody asks.

Example:
  tidings accept 3f9a01c2d4e5 --reason 'Both patterns accept every id that we ever made.'`;

/** Adds `tidings accept`. */
export function addAccept(program: Command, exit: (code: ExitCode) => void): void {
  program
    .command('accept')
    .summary('record that a change may pass, and why')
    .description('Records that a change which `tidings breaking` stops at may pass, with the reason.')
    .argument('<fingerprint>', 'which change, as `tidings breaking` shows it')
    .argument('[package]', "the contract package's folder", '.')
    .requiredOption('--reason <sentence>', 'why it may pass')
    .option('--against <state>', 'what it was found against, if not contract.lock.json')
    .addOption(
      new Option('--use <rules>', 'the questions that it was found with, if not as configured').choices(ruleSetNames),
    )
    .addOption(configOption())
    .helpOption('--help', 'print this')
    .addHelpText('after', help)
    .action(async (fingerprint: string, folder: string, { reason, against, use: rules, config }: AcceptFlags) => {
      const { acceptChange } = await import('../evolution/accept-change.js');
      const progress = progressOn(process.stderr, process.env);
      try {
        const place = packagePlace(resolve(folder), config);
        const { finding, wasThere } = await acceptChange(place, { fingerprint, reason, against, rules }, progress);
        progress.done();
        const { kind, channel, path } = finding;
        const what = `${kind} of ${channel}${path === undefined ? '' : `, ${path}`}`;
        console.log(`${what}: ${wasThere ? 'was accepted already' : 'accepted, in contract.accepted.json'}`);
        exit(0);
      } finally {
        progress.done();
      }
    });
}
