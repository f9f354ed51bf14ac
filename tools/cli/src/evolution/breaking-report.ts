import { demandedBy, type Finding, type RuleSet } from '@tidings/codegen/evolution';
import { shownFile } from '../config/package-place.js';
import { count } from '../report/count.js';
import type { ListedItem } from '../report/listed-item.js';
import type { PackageReport } from '../report/run-on-packages.js';
import type { Baseline } from './baseline.js';
import { findingMarkdown } from './finding-markdown.js';
import { findingText, valuesOf } from './finding-text.js';
import type { JudgedPackage } from './judged-package.js';

/** What to say of a contract that was compared. */
export function breakingReport({ contractPackage, model, baseline, rules, findings }: JudgedPackage): PackageReport {
  const places = new Map(model.channels.map(({ name, source }) => [name, shownFile(contractPackage, source.file)]));
  const hurting = findings.filter(isHurting);
  const summary = summaryOf(contractPackage.contract, findings, baseline, rules);
  return {
    exitCode: hurting.length > 0 ? 100 : 0,
    lines: [...byChannel(findings, places, rules), summary],
    notes: [],
    markdown: [`### ${contractPackage.contract}`, '', summary, '', ...findingMarkdown(findings, rules)],
    items: hurting.map((finding) => itemOf(finding, places.get(finding.channel))),
    facts: {
      contract: contractPackage.contract,
      against: baseline.said,
      rules,
      demands: demandedBy(findings) ?? 'none',
      changes: findings,
    },
  };
}

/** Whether somebody has to look at it. */
export function isHurting({ standing }: Finding): boolean {
  return standing === 'breaking' || standing === 'forbidden' || standing === 'open';
}

/** What the changes come to, in a line. */
export function summaryOf(
  contract: string,
  findings: readonly Finding[],
  { said: against, releases }: Baseline,
  rules: RuleSet,
): string {
  if (releases.length === 0)
    return `${contract}: ${against}; ${count(findings.length, 'channel')} to be released first`;
  const of = (standing: Finding['standing']): number => findings.filter((each) => each.standing === standing).length;
  const parts = [
    ...(of('forbidden') > 0 ? [`${of('forbidden')} forbidden`] : []),
    ...(of('breaking') > 0 ? [`${of('breaking')} breaking`] : []),
    ...(of('open') > 0 ? [`${of('open')} to be looked at`] : []),
    ...(of('accepted') > 0 ? [`${of('accepted')} accepted`] : []),
    ...(of('fine') > 0 ? [`${of('fine')} harmless`] : []),
  ];
  const asked = rules === 'TYPES' ? '' : ` (asked: ${rules})`;
  if (parts.length === 0) return `${contract}: nothing has changed against ${against}${asked}`;
  return `${contract}: ${count(findings.length, 'change')} against ${against}${asked}: ${parts.join(', ')}`;
}

/** A finding as something that is listed. */
export function itemOf(finding: Finding, file: string | undefined): ListedItem {
  const { kind, channel, path, reason, mend } = finding;
  return {
    severity: 'error',
    rule: kind,
    channel,
    ...(path !== undefined && { path }),
    ...(file !== undefined && { file }),
    message: `${valuesOf(finding).replace(/^: /, '')} ${reason} ${mend}`.trim(),
  };
}

/** Each channel once, what hurts first; what is harmless is told after it, a line each. */
function byChannel(
  findings: readonly Finding[],
  places: ReadonlyMap<string, string>,
  rules: RuleSet,
): readonly string[] {
  const channels = [...new Set(findings.map(({ channel }) => channel))];
  return channels.flatMap((channel) => {
    const own = findings.filter((finding) => finding.channel === channel);
    const sorted = [...own.filter(isHurting), ...own.filter((finding) => !isHurting(finding))];
    const file = places.get(channel);
    const texts = sorted.map((finding) => findingText(finding, rules));
    const lines = texts.flatMap((text, index) => (text.length > 1 && index > 0 ? ['', ...text] : text));
    return [`${channel}${file === undefined ? '' : `  (${file})`}`, ...lines, ''];
  });
}
