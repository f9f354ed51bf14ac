import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PackedPackage, packPackage } from '../src/packed-package.js';
import { publishablePackages } from '../src/publishable-packages.js';
import { type ProgramResult, runProgram } from '../src/run-program.js';

const names = ['@tidings/core', '@tidings/codegen', '@tidings/cli'];
const tools = mkdtempSync(join(tmpdir(), 'tidings-init-tools-'));
const project = mkdtempSync(join(tmpdir(), 'tidings-init-'));
const packed: PackedPackage[] = [];

const quiet: readonly string[] = [
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=1000',
];

/** Runs a program that has to go well. */
async function run(program: string, args: readonly string[], folder: string): Promise<ProgramResult> {
  const result = await runProgram(program, args, folder);
  if (result.code !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${result.output}`);
  return result;
}

/**
 * Installs what a package.json asks for; our packages, which no registry has, from their tarballs, whoever asks for them.
 * `overrides` are npm's way to say so, and stand in the manifest for the time of the installation only.
 */
async function install(folder: string): Promise<void> {
  const file = join(folder, 'package.json');
  const written = readFileSync(file, 'utf8');
  const manifest = JSON.parse(written);
  const tarballs = Object.fromEntries(packed.map(({ manifest: { name }, tarball }) => [name, `file:${tarball}`]));
  for (const group of ['dependencies', 'devDependencies']) {
    for (const name of Object.keys(manifest[group] ?? {}))
      manifest[group][name] = tarballs[name] ?? manifest[group][name];
  }
  writeFileSync(file, JSON.stringify({ ...manifest, overrides: tarballs }));
  await run('npm', ['install', ...quiet], folder);
  writeFileSync(file, written);
}

beforeAll(async () => {
  for (const each of publishablePackages().filter(({ name }) => names.includes(name))) {
    packed.push(await packPackage(each));
  }
  const dependencies = Object.fromEntries([...names, 'zod'].map((name) => [name, '*']));
  writeFileSync(join(tools, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await install(tools);
});
afterAll(() => {
  for (const folder of [project, tools, ...packed.map(({ tarball }) => dirname(tarball))]) {
    rmSync(folder, { recursive: true, force: true });
  }
});

const tidings = join(tools, 'node_modules', '@tidings', 'cli', 'bin', 'tidings.js');

test('tidings init in an empty folder, npm install, npm test: passes; and the package can be published', async () => {
  const folder = join(project, 'orders');
  mkdirSync(folder);
  const made = await run(
    process.execPath,
    [tidings, 'init', '--name', '@acme/orders', '--channel', 'order.placed'],
    folder,
  );
  expect(made.output).toMatch(/Next:\n {2}npm install\n {2}npm test\n$/);

  await install(folder);
  const tested = await run('npm', ['test'], folder);
  expect(tested.output).toMatch(/^orders: 1 channel, 7 files written in src\/generated and spec/m);
  expect(tested.output).toMatch(/^(?:#|ℹ) pass 2$/m);
  expect(tested.output).toMatch(/^(?:#|ℹ) fail 0$/m);
  expect((await run('npm', ['run', 'check'], folder)).output).toContain('orders: 1 channel, nothing to say');

  const [publication] = JSON.parse(
    (await run('npm', ['pack', '--json', '--silent', '--ignore-scripts'], folder)).output,
  );
  const files: string[] = publication.files.map(({ path }: { path: string }) => path);
  expect(files).toEqual(
    expect.arrayContaining([
      'README.md',
      'package.json',
      'dist/generated/index.js',
      'dist/generated/index.d.ts',
      'dist/channels/order-placed.js',
      'spec/asyncapi.json',
      'spec/order-placed.v1.schema.json',
    ]),
  );
  expect(files.filter((path) => /\.test\.|^src\/|channels\/.*\.d\.ts/.test(path))).toEqual([]);
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const target of Object.values<string>(exports['.'])) expect(existsSync(join(folder, target))).toBe(true);
});

test('tidings init in a workspace, npm install at its root, npm test in the package: passes', async () => {
  const root = join(project, 'monorepo');
  mkdirSync(root);
  const workspace = { name: '@acme/monorepo', private: true, workspaces: ['schemas/*'] };
  writeFileSync(join(root, 'package.json'), JSON.stringify(workspace));
  const args = [tidings, 'init', 'schemas/billing', '--channel', 'invoice.line-item.added', '--yes'];
  expect((await run(process.execPath, args, root)).output).toContain('@acme/billing, in schemas/billing:\n');

  await install(root);
  const tested = await run('npm', ['test', '--workspace', 'schemas/billing'], root);
  expect(tested.output).toMatch(/^(?:#|ℹ) pass 2$/m);
  expect(tested.output).toMatch(/^(?:#|ℹ) fail 0$/m);
});
