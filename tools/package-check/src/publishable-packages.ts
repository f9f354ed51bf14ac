import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The parts of a package.json that the checks look at. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly description?: string;
  readonly type?: string;
  readonly sideEffects?: unknown;
  readonly files?: readonly string[];
  readonly engines?: { readonly node?: string };
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A package of this workspace that goes to the registry. */
export interface PublishablePackage {
  readonly name: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The folder of the whole workspace. */
export const root: string = join(import.meta.dirname, '..', '..', '..');

/** Every package of the workspace that is not private, sorted by name. */
export function publishablePackages(): PublishablePackage[] {
  return globSync('{packages,schemas,tools}/*/package.json', { cwd: root })
    .map((path) => {
      const folder = dirname(join(root, path));
      const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return { name: manifest.name, folder, manifest };
    })
    .filter(({ manifest }) => manifest.private !== true)
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** A program of the workspace root, such as `pnpm` or `tsc`. */
export function workspaceProgram(name: string): string {
  const path = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
  if (!existsSync(path)) throw new Error(`${path} is missing. Run npm test at the root once: it installs.`);
  return path;
}
