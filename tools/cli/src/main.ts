import { readFileSync } from 'node:fs';
import { CodegenError, problemText } from '@tidings/codegen';
import { Command, CommanderError } from 'commander';
import { CliError } from './cli-error.js';
import { fileProblem } from './file-problem.js';
import { type GenerateOptions, generate } from './generate/generate.js';

/**
 * Runs the command line.
 *
 * @param args What was typed behind `tidings`.
 * @returns The exit code: 0 fine, 1 could not do it.
 */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command('tidings')
    .description('Typed event channels: definitions in, a client to publish out.')
    .version(ownVersion(), '--version', 'print the version')
    .helpOption('--help', 'print this')
    .helpCommand(false)
    .showHelpAfterError('(tidings --help shows what there is)')
    .exitOverride();
  program
    .command('generate')
    .description('write the typed client of the contract package in this folder')
    .option('--check', 'write nothing; name the files that are stale, and fail if there are any')
    .option('--config <path>', 'the configuration file (default: tidings.config.ts, if there is one)')
    .helpOption('--help', 'print this')
    .action(async (options: GenerateOptions) => {
      const outcome = await generate(process.cwd(), options);
      for (const note of outcome.notes) console.error(note);
      for (const line of outcome.lines) (outcome.exitCode === 0 ? console.log : console.error)(line);
      exitCode = outcome.exitCode;
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(error);
  }
}

/** The one place where what was thrown becomes words and an exit code. */
function report(error: unknown): number {
  // It has said what it has to say: help, the version, or what was wrong with the arguments.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
  if (error instanceof CodegenError) {
    for (const problem of error.problems) console.error(problemText(problem));
  } else if (error instanceof CliError) {
    console.error(error.message);
  } else {
    console.error(fileProblem(error) ?? error);
  }
  return 1;
}

function ownVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}
