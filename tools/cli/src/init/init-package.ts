import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { CliError } from '../cli-error.js';
import { dependencyRanges } from './dependency-ranges.js';
import { belongsTo, type Workspace } from './find-workspace.js';
import type { NewPackage, SourcePlace } from './new-package.js';
import { packageFiles } from './package-files.js';

/** What was made. */
export interface Initialised {
  readonly written: readonly string[];
  /** Files that were there, and were left as they are. */
  readonly kept: readonly string[];
  /** Whether the workspace takes the folder for one of its packages. */
  readonly belongs: boolean;
}

/**
 * Makes a new contract package. Overwrites nothing.
 *
 * @throws CliError if something is in the way; then nothing was written.
 */
export function initPackage(folder: string, given: NewPackage, workspace: Workspace | undefined): Initialised {
  const files = packageFiles(given, dependencyRanges(), sourceOf(folder, workspace));
  refuseWhatIsThere(
    folder,
    files.filter(({ mayBeThere }) => mayBeThere !== true).map(({ path }) => path),
  );
  const kept = files.map(({ path }) => path).filter((path) => existsSync(join(folder, path)));
  const written = files.filter(({ path }) => !kept.includes(path));
  for (const { path, content } of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    // 'wx': what appeared in the meantime is not overwritten either.
    writeFileSync(join(folder, path), content, { flag: 'wx' });
  }
  const belongs = workspace === undefined || belongsTo(workspace, folder);
  return { written: written.map(({ path }) => path), kept, belongs };
}

function sourceOf(folder: string, workspace: Workspace | undefined): SourcePlace | undefined {
  if (workspace?.repository === undefined) return undefined;
  return { url: workspace.repository, directory: relative(workspace.root, folder).replaceAll('\\', '/') };
}

function refuseWhatIsThere(folder: string, paths: readonly string[]): void {
  const there = statSync(folder, { throwIfNoEntry: false });
  const shown = relative(process.cwd(), folder) || 'this folder';
  if (there !== undefined && !there.isDirectory()) throw new CliError(`${shown} is a file: name a folder`);
  const channels = join(folder, 'src', 'channels');
  const inTheWay = paths.filter((path) => existsSync(join(folder, path)));
  if (existsSync(channels) && readdirSync(channels).length > 0) inTheWay.push('src/channels');
  if (inTheWay.length === 0) return;
  throw new CliError(
    `${shown} has ${inTheWay.join(', ')} already, and nothing is overwritten: name another folder, such as tidings init orders. Nothing was written.`,
  );
}
