import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { ReleaseType } from '@tidings/codegen/evolution';
import { CliError } from '../cli-error.js';
import { writeWhole } from '../write-whole.js';

/** Where the changesets of a workspace are. */
export interface ChangesetFolder {
  /** The workspace's folder. */
  readonly workspace: string;
  /** The folder of changesets, as an absolute path. */
  readonly path: string;
}

/**
 * The folder of changesets that a package belongs to: the nearest one above it.
 *
 * @throws CliError if there is none.
 */
export function changesetFolder(root: string): ChangesetFolder {
  for (let at = root; ; at = dirname(at)) {
    const path = join(at, '.changeset');
    if (existsSync(join(path, 'config.json'))) return { workspace: at, path };
    if (dirname(at) === at) break;
  }
  throw new CliError(
    `there is no .changeset folder in ${root} or above it: install @changesets/cli, and run npx changeset init at the root of the repository`,
  );
}

/** What is written and removed, relative to the current folder. */
export interface ChangesetWrite {
  readonly written: string | undefined;
  readonly removed: readonly string[];
  readonly unchanged: string | undefined;
}

/** Puts one changeset in the place of those that were written for the contract before. */
export function writeChangeset(
  { path }: ChangesetFolder,
  { prefix, packageName }: { readonly prefix: string; readonly packageName: string },
  changeset: { readonly name: string; readonly text: string } | undefined,
): ChangesetWrite {
  const shown = (name: string): string => relative(process.cwd(), join(path, name)).replaceAll('\\', '/');
  const isOurs = (name: string): boolean =>
    name.startsWith(prefix) &&
    /^[0-9a-f]{10}\.md$/.test(name.slice(prefix.length)) &&
    isOf(readFileSync(join(path, name), 'utf8'), packageName);
  const ours = readdirSync(path).filter(isOurs);
  const stale = ours.filter((name) => name !== changeset?.name);
  const isThere =
    changeset !== undefined &&
    ours.includes(changeset.name) &&
    readFileSync(join(path, changeset.name), 'utf8').replaceAll('\r\n', '\n') === changeset.text;
  // The new one first: interrupted in between, there are two, and nothing is forgotten.
  if (changeset !== undefined && !isThere) writeWhole(join(path, changeset.name), changeset.text);
  for (const name of stale) rmSync(join(path, name));
  return {
    written: changeset === undefined || isThere ? undefined : shown(changeset.name),
    removed: stale.map(shown),
    unchanged: isThere ? shown(changeset.name) : undefined,
  };
}

/** Whether a changeset is of one package and no other. */
function isOf(text: string, packageName: string): boolean {
  const [, front = ''] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text) ?? [];
  return front.startsWith(`'${packageName.replaceAll("'", "''")}':`) && !/[\r\n]/.test(front);
}

/** How the pending changesets raise a package; undefined if they leave it alone. */
export async function promisedBy(
  { workspace }: ChangesetFolder,
  packageName: string,
): Promise<ReleaseType | 'none' | undefined> {
  const { getReleasePlan } = await import('@changesets/get-release-plan');
  try {
    const { releases } = await getReleasePlan(workspace);
    return releases.find(({ name }) => name === packageName)?.type;
  } catch (error) {
    throw new CliError(
      `the pending changesets can't be read: ${error instanceof Error ? error.message : String(error)} (npx changeset status says the same)`,
      { cause: error },
    );
  }
}
