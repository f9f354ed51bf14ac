import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { addAccept } from './commands/accept-command.js';
import { addBreaking } from './commands/breaking-command.js';
import { addChangeset } from './commands/changeset-command.js';
import { addGenerate } from './commands/generate-command.js';
import { addInit } from './commands/init-command.js';
import { addLint } from './commands/lint-command.js';
import { addLock } from './commands/lock-command.js';
import { addExplain, addRules } from './commands/rules-command.js';
import { problemsOf } from './report/problems-of.js';
import { tellProblems } from './report/run-on-packages.js';

/**
 * Runs the command line.
 *
 * @param args What was typed behind `tidings`.
 * @returns The exit code: 0 fine, 1 could not do it, 100 violations found.
 */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const exit = (code: number): void => {
    exitCode = code;
  };
  const program = new Command('tidings')
    .description('Typed event channels: definitions in, a client to publish out.')
    .version(ownVersion(), '--version', 'print the version')
    .helpOption('--help', 'print this')
    .helpCommand(false)
    .showHelpAfterError('(tidings --help shows what there is)')
    .addHelpText('after', '\n`tidings <command> --help` says more about one.')
    .exitOverride();
  addInit(program, exit);
  addGenerate(program, exit);
  addLint(program, exit);
  addBreaking(program, exit);
  addAccept(program, exit);
  addChangeset(program, exit);
  addLock(program, exit);
  addRules(program);
  addExplain(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(error);
  }
}

/** The last place where what was thrown becomes words and an exit code. */
function report(error: unknown): number {
  // It has said what it has to say: help, the version, or what was wrong with the arguments.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
  const problems = problemsOf(error, (file) => file);
  if (problems === undefined) console.error(error);
  else tellProblems(problems, 'text');
  return 1;
}

function ownVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}
