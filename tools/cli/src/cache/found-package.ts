import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a package is found from a folder, as Node looks for it; undefined if it is not there. */
export function foundPackage(from: string, name: string): string | undefined {
  for (let at = from; ; at = dirname(at)) {
    try {
      return realpathSync(join(at, 'node_modules', name));
    } catch {
      if (dirname(at) === at) return undefined;
    }
  }
}
