import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Acceptance } from '@tidings/codegen/evolution';
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
  const path = join(root, acceptanceFile);
  if (!existsSync(path)) return [];
  const { readAcceptances } = await import('@tidings/codegen/evolution');
  return withProblems(() => readAcceptances(readFileSync(path, 'utf8')));
}
