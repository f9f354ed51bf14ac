import { compareText } from '../model/canonical-json.js';
import { type ChannelModel, type ContractModel, latestVersion } from '../model/contract-model.js';
import { isExcused } from './is-excused.js';
import type { LintFinding, LintPlace } from './lint-finding.js';
import type { LintRule } from './lint-rule.js';
import { lintRules } from './lint-rules.js';
import type { LintException, LintSettings } from './lint-settings.js';
import { unusedException } from './rules/unused-exception.js';
import { walkWire } from './walk-wire.js';

/** What was found in source texts, where a model has no trace of it. */
export interface SourceRemark {
  /** The rule's id. */
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What came of linting a contract. */
export interface LintResult {
  /** Sorted by place. */
  readonly findings: readonly LintFinding[];
  /** How many were excused. */
  readonly excused: number;
}

/**
 * Looks for what will hurt one day. Pure. Of each channel it sees what travels of the latest version, since older ones
 * can't be changed any more; a shape that several channels share is looked at once.
 *
 * @param remarks What was found in the sources (see `zodBrandCalls`).
 */
export function lintContract(
  model: ContractModel,
  settings: LintSettings = {},
  remarks: readonly SourceRemark[] = [],
): LintResult {
  const found: LintFinding[] = [];
  const weighed = weigh(settings);
  const report = ({ id }: LintRule, place: LintPlace, message: string): void => {
    const severity = weighed.get(id) ?? 'off';
    if (severity !== 'off') found.push({ rule: id, severity, message, ...place });
  };
  lintChannels(model, report);
  for (const { rule: id, message, ...place } of remarks) {
    const rule = lintRules.find((candidate) => candidate.id === id);
    if (rule !== undefined) report(rule, place, message);
  }
  const exceptions = settings.exceptions ?? [];
  const findings = found.filter((finding) => !exceptions.some((exception) => isExcused(finding, exception)));
  const excused = found.length - findings.length;
  const severity = weighed.get(unusedException.id) ?? 'off';
  const unused = exceptions.filter((exception) => !found.some((finding) => isExcused(finding, exception)));
  if (severity !== 'off') {
    findings.push(...unused.map((each) => ({ rule: unusedException.id, severity, message: unusedText(each) })));
  }
  return { findings: findings.sort(byPlace), excused };
}

type Report = (rule: LintRule, place: LintPlace, message: string) => void;

function lintChannels(model: ContractModel, report: Report): void {
  const entered = new Set<string>();
  const shapes = new Map(model.shapes.map(({ name, schema }) => [name, schema]));
  const enter = (name: string): (typeof model.shapes)[number]['schema'] | undefined =>
    entered.has(name) ? undefined : shapes.get(entered.add(name) && name);
  for (const channel of model.channels) {
    const place = { file: channel.source.file, channel: channel.name };
    for (const rule of lintRules) {
      for (const { message, path } of rule.channel?.(channel, model) ?? []) {
        report(rule, { ...place, ...(path !== undefined && { path }) }, message);
      }
    }
    lintPayload(channel, enter, report);
  }
}

function lintPayload(channel: ChannelModel, enter: Parameters<typeof walkWire>[1], report: Report): void {
  const place = { file: channel.source.file, channel: channel.name };
  walkWire(latestVersion(channel).schema, enter, ({ shape, ...visit }) => {
    for (const rule of lintRules) {
      const message = rule.schema?.(visit);
      if (message !== undefined) {
        report(rule, { ...place, path: visit.path, ...(shape !== undefined && { shape }) }, message);
      }
    }
  });
}

function weigh({ rules = {} }: LintSettings): ReadonlyMap<string, LintFinding['severity'] | 'off'> {
  return new Map(
    lintRules.map(({ id, severity }) => [id, Object.hasOwn(rules, id) ? (rules[id] ?? severity) : severity]),
  );
}

function unusedText({ rule, channel, shape, file, path }: LintException): string {
  const about = [
    ...(channel === undefined ? [] : [`channel '${channel}'`]),
    ...(shape === undefined ? [] : [`shape '${shape}'`]),
    ...(file === undefined ? [] : [`file '${file}'`]),
    ...(path === undefined ? [] : [path]),
  ];
  return `the exception from ${rule} for ${about.join(', ')} excuses nothing: remove it, or correct what it names`;
}

function byPlace(a: LintFinding, b: LintFinding): number {
  return (
    compareText(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareText(a.channel ?? '', b.channel ?? '') ||
    compareText(a.path ?? '', b.path ?? '') ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}
