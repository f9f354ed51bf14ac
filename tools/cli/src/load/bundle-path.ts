import { join } from 'node:path';

/** Where a bundle pretends to be. */
export function bundlePath(root: string): string {
  return join(root, 'tidings-definitions.mjs');
}
