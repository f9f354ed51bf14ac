import type { Finding } from '@tidings/codegen/evolution';
import type { PackageReport } from '../report/run-on-packages.js';
import { breakingReport, comparedPackage } from './breaking-report.js';
import type { JudgedPackage } from './judged-package.js';

/** What no release may do, and what nobody has looked at. */
export function unsettledOf({ findings }: JudgedPackage): readonly Finding[] {
  return findings.filter(({ standing }) => standing === 'forbidden' || standing === 'open');
}

/** Nothing is written while something is not settled. `why`: what can't be done. */
export function refusal(judged: JudgedPackage, why: string): PackageReport {
  const whole = breakingReport({ ...comparedPackage(judged), findings: unsettledOf(judged) });
  const { contract } = judged.contractPackage;
  const what = `${contract}: ${why}: mend it, or let it pass by tidings accept, then run this again`;
  return { ...whole, lines: [...whole.lines.slice(0, -1), what] };
}
