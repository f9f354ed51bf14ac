import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A package that is installed here. */
export interface InstalledPackage {
  readonly folder: string;
  readonly version: string;
  /** The script of one of its programs. */
  readonly program: (name: string) => string;
}

/** This package's own folder. */
export const benchFolder: string = fileURLToPath(new URL('..', import.meta.url));

/** Finds a package among this one's dependencies, whatever it exports. */
export function installedPackage(name: string): InstalledPackage {
  const folder = join(benchFolder, 'node_modules', name);
  const manifest: { readonly version: string; readonly bin?: string | Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  return {
    folder,
    version: manifest.version,
    program: (program) => {
      const path = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[program];
      if (path === undefined) throw new RangeError(`${name} has no program '${program}'`);
      return join(folder, path);
    },
  };
}

/** The versions of packages. */
export function packageVersions(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, installedPackage(name).version]));
}

/** The versions of the packages of all who take part. */
export function versionsOf(
  participants: readonly { readonly packages: readonly string[] }[],
): Readonly<Record<string, string>> {
  return packageVersions(participants.flatMap(({ packages }) => packages));
}

/** The compiler of the workspace, which is at its root. */
export function workspaceCompiler(): { readonly version: string; readonly script: string } {
  const folder = join(dirname(benchFolder), 'node_modules', 'typescript');
  const manifest: { readonly version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { version: manifest.version, script: join(folder, 'bin', 'tsc') };
}
