import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { run } from './child-process.mjs';
import { lastLines } from './halt.mjs';
import { broughtPrograms } from './test-servers.mjs';
import { root } from './workspace.mjs';

const own = join(root, '.tidings');
const apt = join(own, 'apt');

// apt works in folders of ours with the machine's own list of what is installed: that needs no root, leaves the machine as it
// is (no service gets started) and fetches just the libraries that are missing. Signatures and hashes are checked as ever.
const aptOptions = [
  `Dir::State=${join(apt, 'state')}`,
  'Dir::State::status=/var/lib/dpkg/status',
  `Dir::Cache=${join(apt, 'cache')}`,
  'Debug::NoLocking=1',
  'APT::Sandbox::User=',
  'Acquire::Retries=1',
  // Without it an update that reached nobody counts as done.
  'APT::Update::Error-Mode=any',
  'Acquire::http::Timeout=20',
  'Acquire::https::Timeout=20',
].flatMap((option) => ['-o', option]);

/** Whether Debian's packages can be had here. */
export function isDebian() {
  if (process.platform !== 'linux' || !existsSync('/etc/os-release') || !existsSync('/usr/bin/dpkg-deb')) return false;
  return /^(ID|ID_LIKE)=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * Puts a Debian package and the libraries that this machine lacks under `.tidings/`, and a script that starts its program
 * into `.tidings/bin`.
 * @param {{ package: string, program: string }} wanted the program's path inside the package
 * @returns {Promise<{ path: string } | { problem: string }>}
 */
export async function bringDebianPackage(wanted) {
  const folder = join(own, wanted.package);
  const partial = `${folder}.partial`;
  try {
    for (const each of [folder, partial, apt]) rmSync(each, { recursive: true, force: true });
    for (const each of ['state/lists/partial', 'cache/archives/partial'])
      mkdirSync(join(apt, each), { recursive: true });
    await must('apt-get', [...aptOptions, '-qq', 'update']);
    await must('apt-get', [
      ...aptOptions,
      '-y',
      '--no-install-recommends',
      '--download-only',
      'install',
      wanted.package,
    ]);
    mkdirSync(partial, { recursive: true });
    const archives = join(apt, 'cache', 'archives');
    for (const name of readdirSync(archives).filter((each) => each.endsWith('.deb'))) {
      await must('dpkg-deb', ['-x', join(archives, name), partial]);
    }
    if (!existsSync(join(partial, wanted.program)))
      return { problem: `the package ${wanted.package} has no ${wanted.program}` };
    renameSync(partial, folder);
    const path = writeStarter(folder, wanted.program);
    await must(path, ['--version']);
    return { path };
  } catch (thrown) {
    // A starter that doesn't start would be taken for a server by the next run.
    for (const each of [folder, starterOf(wanted.program)]) rmSync(each, { recursive: true, force: true });
    if (!(thrown instanceof AptProblem)) throw thrown;
    return { problem: thrown.message };
  } finally {
    for (const each of [partial, apt]) rmSync(each, { recursive: true, force: true });
  }
}

class AptProblem extends Error {}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
async function must(command, args) {
  const { code, output } = await run(command, args, { cwd: root });
  if (code === 0) return;
  const errors = output.split('\n').filter((line) => /^E:|error/i.test(line));
  throw new AptProblem(errors[0] ?? lastLines(output, 1) ?? `${command} ended with ${code}`);
}

/** @param {string} program */
function starterOf(program) {
  return join(broughtPrograms, basename(program));
}

/**
 * A script, so that whoever runs the program needs no environment. Its paths are relative to itself: the tree may be moved.
 * @param {string} folder
 * @param {string} program
 */
function writeStarter(folder, program) {
  mkdirSync(broughtPrograms, { recursive: true });
  const path = starterOf(program);
  const libraries = libraryFolders(folder).map((each) => `$here/${relative(broughtPrograms, each)}`);
  const fonts = join(folder, 'etc', 'fonts');
  const lines = [
    '#!/bin/sh',
    'here=$(dirname "$(readlink -f "$0")")',
    `export LD_LIBRARY_PATH="${libraries.join(':')}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"`,
    ...(existsSync(fonts) ? [`export FONTCONFIG_PATH="$here/${relative(broughtPrograms, fonts)}"`] : []),
    `exec "$here/${relative(broughtPrograms, join(folder, program))}" "$@"`,
  ];
  writeFileSync(path, `${lines.join('\n')}\n`);
  chmodSync(path, 0o755);
  return path;
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function libraryFolders(folder) {
  return ['lib', 'usr/lib'].map((each) => join(folder, each)).flatMap(foldersWithLibraries);
}

/**
 * By hand, because early releases of Node 20 overlook files when they read a tree by themselves.
 * @param {string} folder
 * @returns {string[]}
 */
function foldersWithLibraries(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const inside = entries
    .filter((each) => each.isDirectory())
    .flatMap(({ name }) => foldersWithLibraries(join(folder, name)));
  return entries.some(({ name }) => /\.so(\.\d+)*$/.test(name)) ? [folder, ...inside] : inside;
}
