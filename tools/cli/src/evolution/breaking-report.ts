import { demandedBy, type Finding, type RuleSet, shownPayload } from '@tidings/codegen/evolution';
import { shownFile } from '../config/package-place.js';
import { count } from '../report/count.js';
import type { ListedItem } from '../report/listed-item.js';
import type { PackageReport } from '../report/run-on-packages.js';
import { findingMarkdown } from './finding-markdown.js';
import { findingText, payloadText, reasonText, valuesOf } from './finding-text.js';
import type { JudgedPackage } from './judged-package.js';

/** Something that was compared, as far as it is told. */
export interface Compared {
  /** What it is called. */
  readonly contract: string;
  /** The files of channels, as seen from where the command was typed. */
  readonly shownPlaces: ReadonlyMap<string, string>;
  /** What it was compared with, in words. */
  readonly said: string;
  /** How many releases that is. */
  readonly releases: number;
  /** The last of them. */
  readonly last: string | undefined;
  readonly rules: RuleSet;
  readonly findings: readonly Finding[];
  /** Whether it is a file by itself, which has no record of what was accepted. */
  readonly isFile?: boolean;
}

/** A contract that was held against its releases, as what is told of it. */
export function comparedPackage({ contractPackage, model, baseline, rules, findings }: JudgedPackage): Compared {
  const { contract } = contractPackage;
  const shownPlaces = new Map(
    model.channels.map(({ name, source }) => [name, shownFile(contractPackage, source.file)]),
  );
  const { said, releases } = baseline;
  const last = releases.at(-1)?.version;
  return { contract, shownPlaces, said, releases: releases.length, last, rules, findings };
}

/** What to say of something that was compared. */
export function breakingReport(compared: Compared): PackageReport {
  const { contract, shownPlaces, said, rules, findings } = compared;
  const hurting = findings.filter(isHurting);
  const summary = summaryOf(compared);
  return {
    exitCode: hurting.length > 0 ? 100 : 0,
    lines: [...byChannel(compared), summary],
    notes: [],
    markdown: [`### ${contract}`, '', summary, '', ...findingMarkdown(compared)],
    items: hurting.map((finding) => itemOf(finding, rules, shownPlaces.get(finding.channel))),
    facts: { contract, against: said, rules, demands: demandedBy(findings) ?? 'none', changes: findings },
  };
}

/** Whether somebody has to look at it. */
export function isHurting({ standing }: Finding): boolean {
  return standing === 'breaking' || standing === 'forbidden' || standing === 'open';
}

/** What the changes come to, in a line. */
export function summaryOf({ contract, findings, said: against, releases, rules }: Compared): string {
  if (releases === 0) return `${contract}: ${against}; ${count(findings.length, 'channel')} to be released first`;
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
export function itemOf(finding: Finding, rules: RuleSet, file: string | undefined): ListedItem {
  const { kind, channel, path } = finding;
  return {
    severity: 'error',
    rule: kind,
    channel,
    ...(path !== undefined && { path }),
    ...(file !== undefined && { file }),
    message: messageOf(finding, rules),
  };
}

/** What there is to say of it in one paragraph, with what shows it. */
function messageOf(finding: Finding, rules: RuleSet): string {
  const { standing, fingerprint, mend, counterexamples } = finding;
  const values = valuesOf(finding).replace(/^: /, '').trim();
  const [shown] = counterexamples;
  const payload = shown === undefined ? [] : [`${payloadText(shown)}: ${shownPayload(shown.payload, 1).join(' ')}.`];
  return [
    ...(values === '' ? [] : [`${values}.`]),
    reasonText(finding, rules),
    ...payload,
    ...(standing === 'forbidden' ? ['No release may change a released version like this.'] : []),
    mend,
    `(tidings accept ${fingerprint})`,
  ].join(' ');
}

/** Each channel once, what hurts first; what is harmless is told after it, a line each. */
function byChannel({ findings, shownPlaces, ...compared }: Compared): readonly string[] {
  const channels = [...new Set(findings.map(({ channel }) => channel))];
  return channels.flatMap((channel) => {
    const own = findings.filter((finding) => finding.channel === channel);
    const sorted = [...own.filter(isHurting), ...own.filter((finding) => !isHurting(finding))];
    const file = shownPlaces.get(channel);
    const texts = sorted.map((finding) => findingText(finding, compared));
    const lines = texts.flatMap((text, index) => (text.length > 1 && index > 0 ? ['', ...text] : text));
    return [`${channel}${file === undefined ? '' : `  (${file})`}`, ...lines, ''];
  });
}
