import type { ContractPackage } from './contract-package.js';

/** The folders that are written to, relative to the package; `spec` is undefined if it is not wanted. */
export type OutputFolders = Pick<ContractPackage, 'output' | 'spec'>;

/** Those folders as a list. */
export function outputFolders({ output, spec }: OutputFolders): readonly string[] {
  return spec === undefined ? [output] : [output, spec];
}

/** Whether what happens at a path of the package is our own doing. Of `spec` only JSON is ours, the rest may be code. */
export function isGenerated(path: string, { output, spec }: OutputFolders): boolean {
  if (path === output || path.startsWith(`${output}/`)) return true;
  return spec !== undefined && path.startsWith(`${spec}/`) && path.endsWith('.json');
}
