import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LintResult, lintContract, type SourceRemark, zodBrandCalls } from '@tidings/codegen/lint';
import type { ContractPackage } from '../config/contract-package.js';
import type { PackagePlace } from '../config/package-place.js';
import { currentReading } from '../load/current-reading.js';
import type { Progress } from '../report/progress.js';

/** What came of linting a package. */
export interface Linted extends LintResult {
  readonly contractPackage: ContractPackage;
  readonly channels: number;
}

/**
 * Lints the contract of a package.
 *
 * @throws CliError what stands in the way.
 */
export async function lintPackage(place: PackagePlace, progress: Progress): Promise<Linted> {
  const { contractPackage, reading } = await currentReading(place, progress);
  const { model, sources } = reading.loaded;
  progress.step(`linting ${model.channels.length} channels`);
  const remarks: SourceRemark[] = [];
  for (const file of sources.graph.keys()) {
    if (/\.[cm]?tsx?$/.test(file)) {
      remarks.push(...(await zodBrandCalls(file, readFileSync(join(contractPackage.root, file), 'utf8'))));
    }
  }
  const result = lintContract(model, contractPackage.lint, remarks);
  return { contractPackage, channels: model.channels.length, ...result };
}
