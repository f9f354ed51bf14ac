import { Argument, type Command } from 'commander';
import type { OutputFormat } from '../report/output-format.js';
import { type ExitCode, runOnPackages } from '../report/run-on-packages.js';
import { configOption, formatOption } from './command-options.js';

interface LintFlags {
  readonly config?: string;
  readonly format: OutputFormat;
  readonly strict?: boolean;
}

const help = `
What a rule weighs, and exceptions with their reasons, stand in tidings.config.ts under
\`lint\`. \`tidings rules\` lists the rules, \`tidings explain <rule>\` says why.

Exit codes: 0 fine, or warnings only; 1 could not do it; 100 errors found.

Examples:
  tidings lint
  tidings lint --strict --format github    in CI: annotates, and fails on warnings too`;

/** Adds `tidings lint`. */
export function addLint(program: Command, exit: (code: ExitCode) => void): void {
  program
    .command('lint')
    .summary('find what will hurt one day in channel definitions')
    .description(
      'Finds what will hurt one day in channel definitions: names, missing limits, closed enums and the like.',
    )
    .addArgument(new Argument('[packages...]', 'folders of contract packages').default([], 'this folder'))
    .option('--strict', 'fail on warnings too')
    .addOption(configOption())
    .addOption(formatOption())
    .helpOption('--help', 'print this')
    .addHelpText('after', help)
    .action(async (folders: readonly string[], flags: LintFlags) => exit(await lint(folders, flags)));
}

async function lint(folders: readonly string[], { config, format, strict = false }: LintFlags): Promise<ExitCode> {
  const [{ lintPackage }, { lintReport }] = await Promise.all([
    import('../lint/lint-package.js'),
    import('../lint/lint-report.js'),
  ]);
  return await runOnPackages({ folders, config, format }, async (place, progress) =>
    lintReport(await lintPackage(place, progress), strict),
  );
}
