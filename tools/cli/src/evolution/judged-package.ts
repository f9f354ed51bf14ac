import type { ContractModel } from '@tidings/codegen';
import { type Finding, judgeEvolution, type RuleSet } from '@tidings/codegen/evolution';
import type { ContractPackage } from '../config/contract-package.js';
import type { PackagePlace } from '../config/package-place.js';
import { currentReading } from '../load/current-reading.js';
import type { Progress } from '../report/progress.js';
import { acceptancesOf } from './acceptances-of.js';
import type { Baseline } from './baseline.js';
import { baselineOf } from './baseline-of.js';

/** What a contract is held against, and how. */
export interface JudgeSettings {
  /** See {@link baselineOf}. */
  readonly against?: string | undefined;
  /** Which questions count. Default: as the contract is configured. */
  readonly rules?: RuleSet | undefined;
  /** Whether every release counts, or the last one only. Default true. */
  readonly transitive?: boolean | undefined;
  readonly progress: Progress;
}

/** A contract held against what it is compared with. */
export interface JudgedPackage {
  readonly contractPackage: ContractPackage;
  readonly model: ContractModel;
  readonly baseline: Baseline;
  readonly rules: RuleSet;
  readonly findings: readonly Finding[];
}

/**
 * Reads a contract as it is now, and holds it against what it is compared with.
 *
 * @throws CliError what stands in the way.
 */
export async function judgedPackage(place: PackagePlace, settings: JudgeSettings): Promise<JudgedPackage> {
  const { progress, transitive = true } = settings;
  const { contractPackage, reading } = await currentReading(place, progress);
  const { model } = reading.loaded;
  const [baseline, accepted] = await Promise.all([
    baselineOf(contractPackage, settings.against, progress),
    acceptancesOf(place.root),
  ]);
  progress.step(`comparing ${model.channels.length} channels`);
  const rules = settings.rules ?? contractPackage.rules;
  const findings = judgeEvolution(baseline.releases, model, { rules, accepted, transitive });
  return { contractPackage, model, baseline, rules, findings };
}
