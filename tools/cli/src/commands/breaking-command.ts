import { Argument, type Command, Option } from 'commander';
import { CliError } from '../cli-error.js';
import { ruleSetNames } from '../config/rule-set-names.js';
import { outputFormats, type ReportFormat } from '../report/output-format.js';
import { type ExitCode, runOnPackages } from '../report/run-on-packages.js';
import { againstOption, configOption } from './command-options.js';

interface BreakingFlags {
  readonly against?: string;
  readonly use?: (typeof ruleSetNames)[number];
  readonly transitive: boolean;
  readonly config?: string;
  readonly format: ReportFormat;
}

const help = `
Exit codes: 0 nobody breaks; 1 could not do it; 100 somebody breaks, or it can't be decided.

What breaks is shown with a payload that was tried: one side writes it, the other refuses it.
\`tidings explain <KIND>\` says more of a kind of change, \`tidings accept <fingerprint>\` lets one pass.

Examples:
  tidings breaking                         against every release in contract.lock.json
  tidings breaking --against git:main      against what main knows as released
  tidings breaking --against npm:@acme/orders@^1
  tidings breaking --against ../orders-next --use WIRE_FULL
  tidings breaking new.schema.json --against old.schema.json`;

/** Adds `tidings breaking`. */
export function addBreaking(program: Command, exit: (code: ExitCode) => void): void {
  program
    .command('breaking')
    .summary('say whom a change of a contract breaks')
    .description(
      'Compares a contract with what was released of it, and says for every change whether new readers\nread old events, old readers read new ones, and whether code that was written for it compiles.',
    )
    .addArgument(
      new Argument('[packages...]', 'folders of contract packages, or one JSON Schema').default([], 'this folder'),
    )
    .addOption(againstOption())
    .addOption(
      new Option('--use <rules>', 'which questions count (default: as configured, else TYPES)').choices(ruleSetNames),
    )
    .option('--transitive', 'look at every release that still counts (the default)', true)
    .option('--no-transitive', 'look at the last release only')
    .addOption(configOption())
    .addOption(
      new Option('--format <format>', 'how to say what was found')
        .choices([...outputFormats, 'markdown'])
        .default('text'),
    )
    .helpOption('--help', 'print this')
    .addHelpText('after', help)
    .action(async (folders: readonly string[], flags: BreakingFlags) => exit(await breaking(folders, flags)));
}

async function breaking(folders: readonly string[], flags: BreakingFlags): Promise<ExitCode> {
  const { against, use: rules, transitive, config, format } = flags;
  if (folders.some((folder) => folder.endsWith('.json'))) {
    const [file, ...more] = folders;
    if (file === undefined || more.length > 0 || against === undefined || config !== undefined) {
      throw new CliError('to compare two JSON Schemas: tidings breaking new.schema.json --against old.schema.json');
    }
    const { compareSchemaFiles } = await import('../evolution/compare-schema-files.js');
    return compareSchemaFiles(file, against, { rules: rules ?? 'WIRE_FULL', format });
  }
  const [{ judgedPackage }, { breakingReport, comparedPackage }] = await Promise.all([
    import('../evolution/judged-package.js'),
    import('../evolution/breaking-report.js'),
  ]);
  return await runOnPackages({ folders, config, format }, async (place, progress) =>
    breakingReport(comparedPackage(await judgedPackage(place, { against, rules, transitive, progress }))),
  );
}
