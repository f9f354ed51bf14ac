import { existsSync } from 'node:fs';
import { glob } from 'tinyglobby';
import { settingsFiles } from './settings-files.js';

/** What is around definitions before they are read: what comes or goes while they are is told by it. */
export interface Surroundings {
  /** When it was looked at, by `Date.now()`. */
  readonly at: number;
  /** Every code file of the package, sorted. */
  readonly files: readonly string[];
  /** Manifests and tsconfigs of the package's folder and of those above, as far as they are there. */
  readonly settings: readonly string[];
}

/** Looks at what is around the definitions of a package. */
export async function surroundingsOf(root: string): Promise<Surroundings> {
  const at = Date.now();
  const files = await glob('**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx,json}', {
    cwd: root,
    dot: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
    expandDirectories: false,
  });
  return {
    at,
    files: files.map((file) => file.replaceAll('\\', '/')).sort(),
    settings: settingsFiles([root]).filter((path) => existsSync(path)),
  };
}
