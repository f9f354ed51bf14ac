import { Argument, type Command } from 'commander';
import { CliError } from '../cli-error.js';
import type { GenerateMode } from '../generate/generate-report.js';
import type { OutputFormat } from '../report/output-format.js';
import { type ExitCode, runOnPackages } from '../report/run-on-packages.js';
import { configOption, formatOption } from './command-options.js';

interface GenerateFlags {
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  readonly force?: boolean;
  readonly config?: string;
  readonly format: OutputFormat;
}

const help = `
Exit codes: 0 fine; 1 could not do it, or --check found stale files.

Examples:
  tidings generate                         the package in this folder
  tidings generate schemas/orders schemas/billing
  tidings generate --check --format github in CI: annotates stale files
  tidings generate --watch                 while you write definitions`;

/** Adds `tidings generate`. */
export function addGenerate(program: Command, exit: (code: ExitCode) => void): void {
  program
    .command('generate')
    .summary('write the client and the spec of a contract package')
    .description(
      'Writes the typed client of a contract package from its channel definitions, and its spec:\nJSON Schemas of what travels, and an AsyncAPI document.\n\n' +
        'Only files that changed are written, and only files that it wrote are overwritten or\nremoved. A run that has nothing to do takes a fraction of a second.',
    )
    .addArgument(new Argument('[packages...]', 'folders of contract packages').default([], 'this folder'))
    .option('--check', 'write nothing; name the files that are stale, and fail if there are any')
    .option('--dry-run', 'write nothing; say what would be written and removed')
    .option('--watch', 'generate again whenever a definition, or anything that it imports, is saved')
    .option('--force', 'read everything anew, whatever is known from the last run')
    .addOption(configOption())
    .addOption(formatOption())
    .helpOption('--help', 'print this')
    .addHelpText('after', help)
    .action(async (folders: readonly string[], flags: GenerateFlags) => exit(await generate(folders, flags)));
}

async function generate(folders: readonly string[], flags: GenerateFlags): Promise<ExitCode> {
  const { check = false, dryRun = false, watch = false, force = false, config, format } = flags;
  if ([check, dryRun, watch].filter(Boolean).length > 1) {
    throw new CliError('--check, --dry-run and --watch exclude each other: choose one');
  }
  if (watch) {
    if (format !== 'text') throw new CliError(`--watch talks to a person: --format ${format} goes without it`);
    const { watchPackages } = await import('../watch/watch-packages.js');
    return await watchPackages(folders, config);
  }
  const [{ generatePackage }, { generateReport }] = await Promise.all([
    import('../generate/generate-package.js'),
    import('../generate/generate-report.js'),
  ]);
  const mode: GenerateMode = check ? 'check' : dryRun ? 'dry-run' : 'write';
  return await runOnPackages({ folders, config, format }, async (place, progress) => {
    const begun = performance.now();
    const generated = await generatePackage(place, { write: mode === 'write', force, progress });
    return generateReport(generated, mode, performance.now() - begun);
  });
}
