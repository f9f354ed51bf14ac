import { resolve } from 'node:path';
import { packagePlace } from '../config/package-place.js';
import type { ExitCode } from '../report/run-on-packages.js';
import { watchPackage } from './watch-package.js';

/**
 * Watches packages until the terminal says stop.
 *
 * @param config The configuration file, if it was named.
 * @throws CliError if there is no such package.
 */
export async function watchPackages(folders: readonly string[], config: string | undefined): Promise<ExitCode> {
  const roots = (folders.length === 0 ? ['.'] : folders).map((folder) => packagePlace(resolve(folder), config).root);
  const stop = new AbortController();
  const end = (): void => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  await Promise.all(
    roots.map((root) => watchPackage(root, config === undefined ? undefined : resolve(config), stop.signal)),
  );
  return 0;
}
