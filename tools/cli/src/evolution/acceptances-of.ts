import type { Acceptance } from '@tidings/codegen/evolution';
import { ownFile } from './own-file.js';
import { withProblems } from './with-problems.js';

/** The records of a contract package: as `@tidings/codegen/evolution` has their names, which takes longer to load. */
export const acceptanceFile = 'contract.accepted.json';
export const lockFile = 'contract.lock.json';

/**
 * What was accepted of a contract.
 *
 * @throws DefinitionError if the record can't be read.
 */
export async function acceptancesOf(root: string): Promise<readonly Acceptance[]> {
  const text = ownFile(root, acceptanceFile);
  if (text === undefined) return [];
  const { readAcceptances } = await import('@tidings/codegen/evolution');
  return withProblems(() => readAcceptances(text));
}
