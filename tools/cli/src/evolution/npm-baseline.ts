import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ContractLock, lockFile } from '@tidings/codegen/evolution';
import { satisfies, validRange } from 'semver';
import { CliError } from '../cli-error.js';
import { belongsTo, findWorkspace } from '../init/find-workspace.js';
import type { Baseline } from './baseline.js';
import { countedReleases } from './counted-releases.js';
import { lockedBaseline, lockOf } from './locked-baseline.js';

/**
 * What was released of a package, as the registry has it. npm fetches it, with its own settings and credentials; nothing of
 * the package is run.
 *
 * @param spec A package with a version, range or tag, such as `@acme/orders@^1`; without one, all that was released.
 * @throws CliError if there is no such package or version, it is no contract, or the registry can't be reached.
 */
export async function npmBaseline(root: string, spec: string, oldest: string | undefined): Promise<Baseline> {
  const { name, range } = parsedSpec(spec);
  const lock = await fetchedLock(root, spec);
  const isRange = range !== '' && validRange(range) !== null;
  const versions = countedReleases(lock.releases, oldest).filter(
    (release) => !isRange || satisfies(release, range, { includePrerelease: true }),
  );
  if (versions.length > 0 || lock.releases.length === 0) {
    return lockedBaseline(lock, versions, `, as published of ${name}`);
  }
  throw new CliError(
    `--against npm:${spec}: its ${lockFile} has no release in that range; it has ${lock.releases.join(', ')}`,
  );
}

function parsedSpec(spec: string): { readonly name: string; readonly range: string } {
  const [, name = '', range = ''] = /^((?:@[^@/\s]+\/)?[^@/\s-][^@/\s]*)(?:@(.*))?$/.exec(spec) ?? [];
  if (name === '') {
    throw new CliError(`--against npm:${spec} names no package: write for example npm:@acme/orders@^1`);
  }
  return { name, range };
}

async function fetchedLock(root: string, spec: string): Promise<ContractLock> {
  const folder = await mkdtemp(join(tmpdir(), 'tidings-npm-'));
  try {
    const file = await packed(root, spec, folder);
    const text = await fileOfPackage(join(folder, file), lockFile);
    if (text === undefined) {
      throw new CliError(
        `--against npm:${spec}: ${file} has no ${lockFile} in it: it is no contract package of tidings, or was published before it had one. Compare with another version, a folder or a git ref`,
      );
    }
    return lockOf(text, `${lockFile} of npm:${spec}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The name of the file that npm put into a folder. */
async function packed(root: string, spec: string, folder: string): Promise<string> {
  // With a cache of its own: what is fetched is what the registry has now, and not what was fetched once.
  const cache = ['--cache', join(folder, 'cache'), '--fetch-retries=1', '--fetch-retry-mintimeout=500'];
  const args = ['pack', spec, '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder, ...cache];
  const isWindows = process.platform === 'win32';
  try {
    const { stdout } = await promisify(execFile)(
      isWindows ? 'npm.cmd' : 'npm',
      isWindows ? args.map(quotedForCmd) : args,
      {
        cwd: settingsFolder(root),
        maxBuffer: 1 << 26,
        shell: isWindows,
      },
    );
    const [found] = Object.values(JSON.parse(stdout) as Readonly<Record<string, { readonly filename?: string }>>);
    if (found?.filename === undefined)
      throw new CliError(`npm pack ${spec} did not say what it made: ${stdout.trim()}`);
    return found.filename.replace(/^@/, '').replace('/', '-');
  } catch (error) {
    throw error instanceof CliError ? error : new CliError(reasonOf(spec, error));
  }
}

/** Between quotes, the shell of Windows takes `^`, `>` and blanks as they are. */
function quotedForCmd(argument: string): string {
  return `"${argument.replaceAll('"', '')}"`;
}

/** npm knows of no pnpm workspace: from inside it, it would not read the .npmrc at its root. */
function settingsFolder(root: string): string {
  const workspace = findWorkspace(root);
  return workspace !== undefined && belongsTo(workspace, root) ? workspace.root : root;
}

interface FailedRun {
  readonly code?: unknown;
  readonly stdout?: string;
  readonly stderr?: string;
}

function reasonOf(spec: string, error: unknown): string {
  const { code: exit, stdout = '', stderr = '' } = error as FailedRun;
  const at = `--against npm:${spec}`;
  if (exit === 'ENOENT') return `${at}: npm is not installed, or not on the PATH`;
  const { code, summary } = saidError(stdout, stderr);
  switch (code) {
    case 'E404':
      return `${at}: the registry has no such package (or keeps it from you: npm whoami). For a package that was not published yet, leave --against out`;
    case 'ETARGET':
    case 'ENOVERSIONS':
      return `${at}: the registry has the package, but no such version: npm view ${spec.replace(/(?<=.)@[^@/]*$/, '')} versions lists those that there are`;
    case 'E401':
    case 'E403':
    case 'ENEEDAUTH':
      return `${at}: the registry does not let you read it (${code}): npm login, or put a token into .npmrc`;
    case 'EINVALIDTAGNAME':
    case 'EINVALIDPACKAGENAME':
      return `${at}: npm does not take that for a package and a version: write for example npm:@acme/orders@^1`;
    default:
      return /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ERR_SOCKET|EHOSTUNREACH|ENETUNREACH|E5\d\d|FETCH_ERROR|EINTEGRITY|ECONNRESET)/.test(
        code,
      )
        ? `${at}: the registry can't be reached (${code}: ${summary}): try again, or compare with what git or this package's lock knows`
        : `${at}: npm pack failed (${code}: ${summary})`;
  }
}

/** What npm says of a failure: with --json on stdout, else on stderr. */
function saidError(stdout: string, stderr: string): { readonly code: string; readonly summary: string } {
  const json = /\{[\s\S]*\}/.exec(stdout)?.[0];
  if (json !== undefined) {
    try {
      const { error } = JSON.parse(json) as { readonly error?: { readonly code?: string; readonly summary?: string } };
      if (error?.code !== undefined) return { code: error.code, summary: (error.summary ?? '').split('\n')[0] ?? '' };
    } catch {
      // Then it is on stderr.
    }
  }
  const code = /npm (?:error|ERR!) code (\S+)/.exec(stderr)?.[1] ?? 'unknown';
  const lines = stderr.split('\n').map((line) => line.replace(/^npm (?:error|ERR!) ?/, '').trim());
  return { code, summary: lines.find((line) => line !== '' && !line.startsWith('code ')) ?? '' };
}

async function fileOfPackage(archive: string, name: string): Promise<string | undefined> {
  const { list } = await import('tar');
  const chunks: Buffer[] = [];
  let found = false;
  await list({
    file: archive,
    onReadEntry: (entry) => {
      // The folder in a package's archive may have any name.
      if (found || entry.path.replace(/^[^/]+\//, '') !== name) return entry.resume();
      found = true;
      entry.on('data', (chunk: Buffer) => chunks.push(chunk));
    },
  });
  return found ? Buffer.concat(chunks).toString('utf8') : undefined;
}
