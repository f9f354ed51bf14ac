import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { DependencyRanges } from './new-package.js';

/** Ranges of the versions that this command runs with: what it generates goes together with them. */
export function dependencyRanges(): DependencyRanges {
  const own = manifestAt(new URL('../../package.json', import.meta.url));
  const require = createRequire(import.meta.resolve('@tidings/codegen/read'));
  const core = manifestAt(require.resolve('@tidings/core/package.json'));
  return { cli: `^${own.version}`, core: `^${core.version}`, zod: own.peerDependencies?.zod ?? '^4.6.7' };
}

interface Manifest {
  readonly version: string;
  readonly peerDependencies?: { readonly zod?: string };
}

function manifestAt(place: string | URL): Manifest {
  return JSON.parse(readFileSync(place, 'utf8'));
}
