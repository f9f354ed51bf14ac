import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where a package's cache is: in the nearest `node_modules`, where tools keep what nobody publishes or checks in. Undefined
 * if there is none.
 */
export function cacheFolder(root: string, configFile: string | undefined): string | undefined {
  for (let at = root; ; at = dirname(at)) {
    const modules = join(at, 'node_modules');
    if (existsSync(modules)) {
      return join(modules, '.cache', 'tidings', hash('sha256', `${root}\n${configFile ?? ''}`).slice(0, 16));
    }
    if (dirname(at) === at) return undefined;
  }
}
