import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { globSync } from 'tinyglobby';

/** A package manager, as it is called on the command line. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** The workspace that a folder is in. */
export interface Workspace {
  readonly root: string;
  readonly packageManager: PackageManager;
  /** The file that says which folders belong to it. */
  readonly file: 'pnpm-workspace.yaml' | 'package.json';
  /** What that file says; undefined where it can't be read. */
  readonly patterns: readonly string[] | undefined;
  /** The scope of its root's name, or of most of its packages, such as `@acme`. */
  readonly scope: string | undefined;
  /** Where its sources are, as its root says it: the address of a repository. */
  readonly repository: string | undefined;
}

/** The workspace that a folder is in, or would be; undefined if there is none above it. */
export function findWorkspace(folder: string): Workspace | undefined {
  for (let root = dirname(folder); ; root = dirname(root)) {
    const found = workspaceAt(root);
    if (found !== undefined) return found;
    if (dirname(root) === root) return undefined;
  }
}

function workspaceAt(root: string): Workspace | undefined {
  const manifest = manifestOf(join(root, 'package.json'));
  const pnpm = join(root, 'pnpm-workspace.yaml');
  if (existsSync(pnpm)) {
    const patterns = pnpmPatterns(readFileSync(pnpm, 'utf8'));
    return {
      root,
      packageManager: 'pnpm',
      file: 'pnpm-workspace.yaml',
      patterns,
      scope: scopeIn(root, manifest, patterns),
      repository: repositoryOf(manifest),
    };
  }
  const { workspaces } = manifest;
  if (workspaces === undefined) return undefined;
  const patterns = stringsOf(Array.isArray(workspaces) ? workspaces : (workspaces as { packages?: unknown })?.packages);
  const packageManager = managerOf(root, manifest);
  const scope = scopeIn(root, manifest, patterns);
  return { root, packageManager, file: 'package.json', patterns, scope, repository: repositoryOf(manifest) };
}

/** Whether a package in a folder belongs to the workspace; true where that can't be told. */
export function belongsTo({ root, patterns }: Workspace, folder: string): boolean {
  if (patterns === undefined) return true;
  const path = relative(root, folder).replaceAll('\\', '/');
  return foldersOf(root, patterns).includes(path);
}

function foldersOf(root: string, patterns: readonly string[]): readonly string[] {
  return globSync(patterns, {
    cwd: root,
    onlyDirectories: true,
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
  }).map((folder) => folder.replaceAll('\\', '/').replace(/\/$/, ''));
}

type Manifest = Readonly<Record<string, unknown>>;

function managerOf(root: string, { packageManager }: Manifest): PackageManager {
  const pinned = typeof packageManager === 'string' ? /^(npm|pnpm|yarn|bun)@/.exec(packageManager)?.[1] : undefined;
  if (pinned !== undefined) return pinned as PackageManager;
  if (existsSync(join(root, 'yarn.lock'))) return 'yarn';
  if (existsSync(join(root, 'bun.lock')) || existsSync(join(root, 'bun.lockb'))) return 'bun';
  return 'npm';
}

function scopeIn(root: string, { name }: Manifest, patterns: readonly string[] | undefined): string | undefined {
  const names = [
    name,
    ...foldersOf(root, patterns ?? []).map((folder) => manifestOf(join(root, folder, 'package.json')).name),
  ];
  const scopes = names.flatMap((each) => (typeof each === 'string' ? (/^(@[^/]+)\//.exec(each)?.[1] ?? []) : []));
  const times = (scope: string): number => scopes.filter((each) => each === scope).length;
  return scopes.toSorted((a, b) => times(b) - times(a))[0];
}

function repositoryOf({ repository }: Manifest): string | undefined {
  const url =
    typeof repository === 'object' && repository !== null && 'url' in repository ? repository.url : repository;
  return typeof url === 'string' ? url : undefined;
}

/** The list below `packages:`; what is written in another way is not understood. */
function pnpmPatterns(yaml: string): readonly string[] | undefined {
  const list = /^packages:[ \t]*(?:#.*)?\r?\n((?:[ \t]*(?:#.*|-.*)?\r?\n?)*)/m.exec(yaml)?.[1];
  if (list === undefined) return undefined;
  const items = [...list.matchAll(/^[ \t]*-[ \t]*(?:"([^"]*)"|'([^']*)'|([^#\s]+))/gm)];
  return items.map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}

function stringsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined;
}

function manifestOf(file: string): Manifest {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof read === 'object' && read !== null ? (read as Manifest) : {};
  } catch {
    return {};
  }
}
