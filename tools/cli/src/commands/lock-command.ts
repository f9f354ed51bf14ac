import { Argument, type Command } from 'commander';
import type { OutputFormat } from '../report/output-format.js';
import { type ExitCode, runOnPackages } from '../report/run-on-packages.js';
import { configOption, formatOption } from './command-options.js';

interface LockFlags {
  readonly check?: boolean;
  readonly config?: string;
  readonly format: OutputFormat;
}

const help = `
contract.lock.json holds every form that was ever released. It travels with the package, so that
comparing with a release needs no code to be run. Only the release step writes it:

  changeset version && tidings lock schemas/*

Exit codes: 0 fine; 1 could not do it; 100 --check found that it must not be published.`;

/** Adds `tidings lock`. */
export function addLock(program: Command, exit: (code: ExitCode) => void): void {
  program
    .command('lock')
    .summary('record what is about to be released')
    .description(
      'Records a contract as the release that package.json names, in contract.lock.json. The release\nstep: after `changeset version`, before publishing.',
    )
    .addArgument(new Argument('[packages...]', 'folders of contract packages').default([], 'this folder'))
    .option('--check', 'write nothing; fail unless what is there can be published (for prepublishOnly)')
    .addOption(configOption())
    .addOption(formatOption())
    .helpOption('--help', 'print this')
    .addHelpText('after', help)
    .action(async (folders: readonly string[], flags: LockFlags) => exit(await lock(folders, flags)));
}

async function lock(folders: readonly string[], { check = false, config, format }: LockFlags): Promise<ExitCode> {
  const { checkLock, lockPackage } = await import('../evolution/lock-package.js');
  return await runOnPackages(
    { folders, config, format },
    async (place, progress) => await (check ? checkLock : lockPackage)(place, progress),
  );
}
