import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Run, WorkspacePackage } from './workspace-package.js';

async function tidings(...args: readonly string[]): Promise<Run> {
  using shop = new WorkspacePackage({});
  return await shop.tidingsAlone(...args);
}

test('--version', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(await tidings('--version')).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
});

test('--help', async () => {
  const { exitCode, stdout } = await tidings('--help');
  expect(exitCode).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "Usage: tidings [options] [command]

    Typed event channels: definitions in, a client to publish out.

    Options:
      --version                                 print the version
      --help                                    print this

    Commands:
      init [options] [folder]                   make a new contract package
      generate [options] [packages...]          write the client and the spec of a contract package
      lint [options] [packages...]              find what will hurt one day in channel definitions
      breaking [options] [packages...]          say whom a change of a contract breaks
      accept [options] <fingerprint> [package]  record that a change may pass, and why
      changeset [options] [packages...]         write the changeset that a change calls for
      lock [options] [packages...]              record what is about to be released
      rules [options]                           list the rules of tidings lint, and the kinds of changes of tidings breaking
      explain [options] <rule>                  say why there is a rule or whom a change hurts, and what to do

    \`tidings <command> --help\` says more about one.
    "
  `);
  expect((await tidings('generate', '--help')).stdout).toContain('--check');
});

test('what it does not know is refused, with the nearest it knows', async () => {
  const option = await tidings('generate', '--chek');
  expect(option).toMatchObject({ exitCode: 1, stdout: '' });
  expect(option.stderr).toContain("unknown option '--chek'\n(Did you mean --check?)");
  expect((await tidings('generat')).stderr).toContain('(Did you mean generate?)');
  expect(await tidings('generate', 'extra')).toMatchObject({ exitCode: 1, stdout: '' });
});

test('without a command it shows the help and fails', async () => {
  expect((await tidings()).exitCode).toBe(1);
});
