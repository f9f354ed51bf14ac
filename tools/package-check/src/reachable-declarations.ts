import { posix } from 'node:path';
import type { PackedPackage } from './packed-package.js';

/** The declaration files that a user's compiler loads for one entry, following imports inside the package. */
export function reachableDeclarations(packed: PackedPackage, entry: string): ReadonlySet<string> {
  const reached = new Set([posix.normalize(entry)]);
  for (const path of reached) {
    for (const [, specifier = ''] of packed.read(path).matchAll(/(?:from|import)[ (]*['"](\.[^'"]*)['"]/g)) {
      reached.add(posix.join(posix.dirname(path), specifier).replace(/\.([cm]?)js$/, '.d.$1ts'));
    }
  }
  return reached;
}
