import { statSync } from 'node:fs';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import type { ContractPackage } from '../config/contract-package.js';

/** The files that some patterns name, sorted; tests, declarations and what was generated are left out. */
export async function definitionFiles(
  { root, output }: Pick<ContractPackage, 'root' | 'output'>,
  patterns: readonly string[],
): Promise<readonly string[]> {
  return await matching(root, patterns, [`${output}/**`]);
}

/** Why no file matches, and what to do about it. */
export async function noFileMatches(
  { root, output }: Pick<ContractPackage, 'root' | 'output'>,
  patterns: readonly string[],
): Promise<string> {
  const folder = patterns.find((pattern) => statSync(join(root, pattern), { throwIfNoEntry: false })?.isDirectory());
  if (folder !== undefined) {
    return `channels: '${folder}' is a folder: say which of its files, such as '${folder.replace(/\/+$/, '')}/**/*.ts'`;
  }
  const [hidden] = await matching(root, patterns, []);
  if (hidden !== undefined) {
    return `${hidden} is in the output folder ${output}, where everything is generated: choose another \`output\` in tidings.config.ts`;
  }
  return `no file matches ${patterns.join(', ')} in ${root}: define a channel there, or say where they are by \`channels\` in tidings.config.ts`;
}

async function matching(
  root: string,
  patterns: readonly string[],
  ignore: readonly string[],
): Promise<readonly string[]> {
  const files = await glob(patterns, {
    cwd: root,
    ignore: ['**/*.d.{ts,mts,cts}', '**/*.test.*', '**/*.test-d.*', '**/*.spec.*', '**/node_modules/**', ...ignore],
    expandDirectories: false,
  });
  return files.map((file) => file.replaceAll('\\', '/')).sort();
}
