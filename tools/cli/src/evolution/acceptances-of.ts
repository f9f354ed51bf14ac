import type { Acceptance } from '@tidings/codegen/evolution';
import { acceptanceFile } from '../config/record-files.js';
import { withProblems } from '../with-problems.js';
import { ownFile } from './own-file.js';

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
