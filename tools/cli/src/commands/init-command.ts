import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import type { Workspace } from '../init/find-workspace.js';
import type { Initialised } from '../init/init-package.js';
import type { NewPackage } from '../init/new-package.js';
import type { ExitCode } from '../report/run-on-packages.js';

interface InitFlags {
  readonly name?: string;
  readonly channel?: string;
  readonly description?: string;
  readonly yes?: boolean;
}

const help = `
On a terminal it asks for what is not given. Elsewhere, in CI and with --yes, it asks
nothing and takes what it would have suggested.

Examples:
  tidings init                             in this folder, which is empty
  tidings init orders --name @acme/orders --channel order.placed --yes`;

/** Adds `tidings init`. */
export function addInit(program: Command, exit: (code: ExitCode) => void): void {
  program
    .command('init')
    .summary('make a new contract package')
    .description(
      'Makes a new contract package, ready to publish: its manifest, a first channel and its test,\na README. In an empty folder, or inside a workspace. Overwrites nothing.',
    )
    .argument('[folder]', 'where; made if it is not there', '.')
    .option('--name <name>', "the package's name on npm, such as @acme/orders")
    .option('--channel <channel>', 'its first channel, such as order.placed')
    .option('--description <sentence>', "what the channel's events tell")
    .option('--yes', 'ask nothing')
    .helpOption('--help', 'print this')
    .addHelpText('after', help)
    .action(async (folder: string, flags: InitFlags) => exit(await init(resolve(folder), flags)));
}

async function init(folder: string, { yes = false, ...given }: InitFlags): Promise<ExitCode> {
  const [{ initPackage }, { findWorkspace }, { suggestions }, { channelProblem, packageNameProblem }] =
    await Promise.all([
      import('../init/init-package.js'),
      import('../init/find-workspace.js'),
      import('../init/suggestions.js'),
      import('../init/new-package.js'),
    ]);
  const problems = [
    ...problem('--name', given.name, packageNameProblem),
    ...problem('--channel', given.channel, channelProblem),
  ];
  if (problems.length > 0) throw new CliError(problems.join('\n'));
  const workspace = findWorkspace(folder);
  const suggested = suggestions(folder, workspace);
  const asks = !yes && process.stdin.isTTY && process.stdout.isTTY && !process.env.CI;
  const answers = asks ? await (await import('../init/ask.js')).ask(given, suggested, terminal()) : undefined;
  if (asks && answers === undefined) return 1;
  const wanted: NewPackage = answers ?? { ...suggested, ...withoutMissing(given) };
  const made = initPackage(folder, wanted, workspace);
  for (const line of summaryOf(folder, wanted, made, workspace)) console.log(line);
  return 0;
}

function terminal(): { readonly input: typeof process.stdin; readonly output: typeof process.stdout } {
  return { input: process.stdin, output: process.stdout };
}

function problem(
  option: string,
  value: string | undefined,
  problemOf: (value: string) => string | undefined,
): readonly string[] {
  const found = value === undefined ? undefined : problemOf(value);
  return found === undefined ? [] : [`${option}: ${found}`];
}

/** Options that were not given are there as `undefined`, and would hide the suggestions. */
function withoutMissing(given: Partial<NewPackage>): Partial<NewPackage> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function summaryOf(
  folder: string,
  { name }: NewPackage,
  { written, kept, belongs }: Initialised,
  workspace: Workspace | undefined,
): readonly string[] {
  const shown = relative(process.cwd(), folder).replaceAll('\\', '/');
  const manager = workspace?.packageManager ?? 'npm';
  return [
    `${name}, in ${shown === '' ? 'this folder' : shown}:`,
    ...written.map((path) => `  ${path}`),
    ...kept.map((path) => `  ${path} (was there, and was left as it is)`),
    '',
    ...(workspace === undefined || belongs
      ? []
      : [`${workspace.file} of the workspace does not name this folder: add it to its packages.`, '']),
    'Next:',
    ...(shown === '' ? [] : [`  cd ${shown}`]),
    `  ${manager} install`,
    `  ${manager} test`,
  ];
}
