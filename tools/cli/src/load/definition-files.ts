import { glob } from 'tinyglobby';
import type { ContractPackage } from '../config/contract-package.js';

/** The files that some patterns name, sorted; tests, declarations and what was generated are left out. */
export async function definitionFiles(
  { root, output }: Pick<ContractPackage, 'root' | 'output'>,
  patterns: readonly string[],
): Promise<readonly string[]> {
  const files = await glob(patterns, {
    cwd: root,
    ignore: [
      '**/*.d.{ts,mts,cts}',
      '**/*.test.*',
      '**/*.test-d.*',
      '**/*.spec.*',
      '**/node_modules/**',
      `${output}/**`,
    ],
    expandDirectories: false,
  });
  return files.map((file) => file.replaceAll('\\', '/')).sort();
}
