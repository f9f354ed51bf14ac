import { join } from 'node:path';
import { putIntoPage } from '@tidings/faults/markdown-section';
import { Command, CommanderError } from 'commander';
import { root } from './library-packages.js';
import { rehearse, steps } from './rehearsal.js';

const page = 'docs/release.md';

/**
 * Runs the command line.
 *
 * @param args What was typed behind the program's name.
 * @returns The exit code: 0 everything went as it should, 1 something did not.
 */
export async function main(args: readonly string[]): Promise<number> {
  const program = new Command('npm run release:rehearsal --')
    .description(
      'Releases a contract to a real registry on this machine, as a team would, and runs old and new services on a real Redis.\nPrints what was done, and what came of it.',
    )
    .option('--write', `put it into ${page} as well`)
    .helpOption('--help', 'print this')
    .showHelpAfterError('(npm run release:rehearsal -- --help shows what there is)')
    .exitOverride()
    .action(run);
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // It has said what it has to say: help, or what was wrong with the arguments.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function run({ write = false }: { readonly write?: boolean }): Promise<void> {
  const began = performance.now();
  const say = (text: string): void => {
    process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}\n`);
  };
  say('a registry, a Redis, and the libraries of this workspace');
  const transcript = await rehearse((title, index) => say(`[${index + 1}/${steps.length}] ${title}`));
  say('everything went as it should');
  process.stdout.write(`${transcript}\n`);
  if (write) putIntoPage(join(root, page), 'npm run release:rehearsal -- --write', transcript);
}
