import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackageFromTarballData, type Package } from '@arethetypeswrong/core';
import { type Manifest, type PublishablePackage, workspaceProgram } from './publishable-packages.js';
import { runProgram } from './run-program.js';

/** A package as it would be published. */
export interface PackedPackage {
  /** The tarball's path. */
  readonly tarball: string;
  /** The tarball's bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The package.json inside, with workspace and catalog ranges resolved. */
  readonly manifest: Manifest;
  /** Paths inside, relative to the package. */
  readonly files: readonly string[];
  /** Reads a file inside. */
  read(path: string): string;
  /** The tarball in are-the-types-wrong's form. */
  readonly content: Package;
}

/** Packs a package as `pnpm publish` would, into a new temporary folder. */
export async function packPackage(from: PublishablePackage): Promise<PackedPackage> {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-pack-'));
  const { code, output } = await runProgram(
    workspaceProgram('pnpm'),
    ['pack', '--silent', '--out', join(folder, 'package.tgz')],
    from.folder,
  );
  if (code !== 0) throw new Error(`pnpm pack failed in ${from.folder}:\n${output}`);
  const tarball = join(folder, 'package.tgz');
  const bytes = new Uint8Array(readFileSync(tarball));
  const content = createPackageFromTarballData(bytes);
  const prefix = `/node_modules/${from.name}/`;
  const read = (path: string): string => content.readFile(`${prefix}${path}`);
  return {
    tarball,
    bytes,
    manifest: JSON.parse(read('package.json')),
    files: content.listFiles().map((path) => path.slice(prefix.length)),
    read,
    content,
  };
}
