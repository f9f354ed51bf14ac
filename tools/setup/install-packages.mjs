import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from './child-process.mjs';
import { Halt, haltFromOutput, lastLines, say } from './halt.mjs';
import { packageFolders, readManifest, root, workspaceProgram } from './workspace.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.tidings-install');
const megabyte = 1024 * 1024;
const neededMegabytes = 1500;

/** Installs what pnpm-lock.yaml says, or reuses an install that a finished earlier run stamped as the same. */
export async function installPackages() {
  const pnpm = pnpmPin();
  const key = installKey();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key && missingPart() === undefined) {
    say('packages reused');
    return;
  }
  requireWritable();
  requireSpace();
  say(`Node ${process.versions.node} found, ok; installing packages (pnpm ${pnpm}) ...`);
  const began = Date.now();
  rmSync(stamp, { force: true });
  const { code, output } = await npmExec(`pnpm@${pnpm}`, [
    'pnpm',
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
    // Without a terminal pnpm would refuse to replace a node_modules that another package manager left.
    '--config.confirm-modules-purge=false',
  ]);
  if (code !== 0) {
    throw (
      haltFromOutput(output) ??
      new Halt(
        'the packages could not be installed.',
        ['Run the command again; if it stays: rm -rf node_modules'],
        lastLines(output, 25),
      )
    );
  }
  if (output.includes('optional dependency that could not be fetched')) {
    // pnpm goes on without it, but a tool's program for this machine is such a dependency.
    throw haltFromOutput(`ERR_PNPM_FETCH ${lastLines(output, 12)}`);
  }
  const missing = missingPart();
  if (missing?.endsWith(join('.bin', 'node'))) {
    throw new Halt(
      'the package `node`, which brings Node 24, has no program in it: install scripts are switched off.',
      [
        'Run: pnpm_config_ignore_scripts=false npm test',
        'or take `ignore-scripts` out of the settings of pnpm and npm (npm config get ignore-scripts).',
      ],
    );
  }
  if (missing)
    throw new Halt(`the install left out ${missing}.`, ['Run: rm -rf node_modules, then the command again.']);
  // Last, so that an interrupted install is never taken for a finished one.
  writeFileSync(stamp, key);
  say(`packages installed in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/** The pnpm that package.json pins. */
function pnpmPin() {
  const pin = /^pnpm@(\d[\w.-]*)/.exec(readManifest(root).packageManager ?? '')?.[1];
  if (!pin) throw new Halt('package.json pins no pnpm.', ['It needs a line such as "packageManager": "pnpm@12.21.0".']);
  return pin;
}

/** Everything that decides what an install puts down. */
function installKey() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].map((name) => join(root, name));
  for (const folder of packageFolders()) files.push(join(folder, 'package.json'));
  for (const file of files) {
    if (!existsSync(file)) throw new Halt(`${file} is missing.`, ['The clone is incomplete: git checkout .']);
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** A part of an install that somebody deleted, or that an install script did not bring. */
function missingPart() {
  const programs = ['node', 'pnpm', 'turbo', 'biome', 'tsc'].map(workspaceProgram);
  const folders = packageFolders().filter((folder) => {
    const { dependencies = {}, devDependencies = {} } = readManifest(folder);
    return Object.keys(dependencies).length + Object.keys(devDependencies).length > 0;
  });
  return [...programs, ...folders.map((folder) => join(folder, 'node_modules'))].find((path) => !existsSync(path));
}

function requireWritable() {
  try {
    accessSync(root, constants.W_OK);
    mkdirSync(modules, { recursive: true });
    accessSync(modules, constants.W_OK);
  } catch {
    throw new Halt(`${root} cannot be written.`, [
      'The folder must belong to you. An earlier run as root may have left files:',
      'sudo chown -R "$(id -un)" .',
    ]);
  }
}

function requireSpace() {
  const { bavail, bsize } = statfsSync(root);
  const free = Math.floor((bavail * bsize) / megabyte);
  if (free < neededMegabytes) {
    throw new Halt(`the disk of ${root} has ${free} MB free; about ${neededMegabytes} MB are needed.`, [
      'Make room and run the command again.',
    ]);
  }
}

/**
 * `npx`, by the npm that started us where there is one: its path needs no shell, on Windows either.
 * @param {string} spec the package
 * @param {readonly string[]} command
 */
async function npmExec(spec, command) {
  const args = [
    'exec',
    '--yes',
    // npm waits up to a minute between tries; a missing network shall be told sooner.
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
    `--package=${spec}`,
    '--',
    ...command,
  ];
  const npmCli = process.env.npm_execpath;
  const options = {
    cwd: root,
    env: {
      ...process.env,
      npm_config_update_notifier: 'false',
      pnpm_config_fetch_retry_mintimeout: '1000',
      pnpm_config_fetch_retry_maxtimeout: '5000',
    },
    onLine: showProgress,
  };
  try {
    if (npmCli && basename(npmCli) === 'npm-cli.js') return await run(process.execPath, [npmCli, ...args], options);
    return await run('npm', args, { ...options, shell: process.platform === 'win32' });
  } finally {
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
  }
}

/** @param {string} line */
function showProgress(line) {
  const progress = /Progress: (.*)/.exec(line)?.[1];
  if (progress && process.stdout.isTTY) process.stdout.write(`\r\u001b[K         ${progress}`);
}
