import { Argument, type Command } from 'commander';
import type { OutputFormat } from '../report/output-format.js';
import { type ExitCode, runOnPackages } from '../report/run-on-packages.js';
import { againstOption, configOption, formatOption } from './command-options.js';

interface ChangesetFlags {
  readonly against?: string;
  readonly check?: boolean;
  readonly config?: string;
  readonly format: OutputFormat;
}

const help = `
The version number follows semver. Before 1.0, what breaks raises the minor, everything else the
patch, since npm's ^0.2.0 takes no 0.3.0.

Exit codes: 0 fine; 1 could not do it; 100 something is not settled (a released version was edited so
that old and new can't read each other, or it can't be decided), or --check found too little promised.

Examples:
  tidings changeset schemas/*
  tidings changeset --check --format github    in CI, on a pull request`;

/** Adds `tidings changeset`. */
export function addChangeset(program: Command, exit: (code: ExitCode) => void): void {
  program
    .command('changeset')
    .summary('write the changeset that a change calls for')
    .description(
      'Compares a contract with what was released of it, and writes or updates the changeset: how the\nversion is raised, and what happened to its events in words. Twice gives the same.',
    )
    .addArgument(new Argument('[packages...]', 'folders of contract packages').default([], 'this folder'))
    .option('--check', 'write nothing; fail if the pending changesets promise less than the change needs')
    .addOption(againstOption())
    .addOption(configOption())
    .addOption(formatOption())
    .helpOption('--help', 'print this')
    .addHelpText('after', help)
    .action(async (folders: readonly string[], flags: ChangesetFlags) => exit(await changeset(folders, flags)));
}

async function changeset(
  folders: readonly string[],
  { against, check = false, config, format }: ChangesetFlags,
): Promise<ExitCode> {
  const [{ judgedPackage }, { changesetReport }] = await Promise.all([
    import('../evolution/judged-package.js'),
    import('../evolution/changeset-report.js'),
  ]);
  return await runOnPackages(
    { folders, config, format },
    async (place, progress) => await changesetReport(await judgedPackage(place, { against, progress }), check),
  );
}
