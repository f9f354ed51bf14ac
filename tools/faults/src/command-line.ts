import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type ColumnName, columnNames } from './report/columns.js';
import { runFaults } from './run-faults.js';

/** What was typed. */
export interface FaultOptions {
  readonly rounds?: number;
  readonly only?: readonly string[];
  readonly column?: ColumnName;
  readonly long?: boolean;
  readonly short?: boolean;
  readonly json?: boolean;
  readonly markdown?: string;
  readonly list?: boolean;
  readonly peers?: boolean;
  readonly soak?: number;
  readonly rate?: number;
}

/**
 * Runs the command line.
 *
 * @param args What was typed behind the program's name.
 * @returns The exit code: 0 every promise held, 100 one did not, 1 it could not be run.
 */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command('npm run faults --')
    .description(
      'Injects the faults of the fault table into real servers under load, and prints what became of every event.',
    )
    .option(
      '--rounds <n>',
      'how often each row is carried out (default: 3); with --long, those that have no number of their own',
      wholeNumber,
    )
    .option('--only <names>', 'these rows alone, separated by commas', (names: string) => names.split(','))
    .addOption(new Option('--column <name>', 'these channels alone').choices(columnNames))
    .option('--long', 'as many rounds as the figures of the README rest on: the server dies twenty times')
    .option('--short', 'faults as short as in the tests')
    .option('--json', 'print JSON')
    .option('--markdown <file>', 'put the tables into this page as well')
    .option('--list', 'name the rows, and do nothing')
    .option('--peers', 'instead, compare with other libraries: one killed connection')
    .option('--soak <minutes>', 'instead, run for so long without a fault', positiveNumber)
    .option('--rate <n>', 'with --soak: events per second (default: 5000)', wholeNumber)
    .helpOption('--help', 'print this')
    .showHelpAfterError('(npm run faults -- --help shows what there is)')
    .exitOverride()
    .action(async (options: FaultOptions) => {
      exitCode = await runFaults(options, args);
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // It has said what it has to say: help, or what was wrong with the arguments.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function wholeNumber(text: string): number {
  if (/^[1-9][0-9]{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it must be a whole number from 1.');
}

function positiveNumber(text: string): number {
  const value = Number(text);
  if (value > 0 && value < 10_000) return value;
  throw new InvalidArgumentError('it must be a number of minutes.');
}
