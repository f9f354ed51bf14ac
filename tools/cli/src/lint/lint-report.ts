import type { LintFinding } from '@tidings/codegen/lint';
import { shownFile } from '../config/package-place.js';
import { count } from '../report/count.js';
import { type ListedItem, placeWithinFile } from '../report/listed-item.js';
import type { PackageReport } from '../report/run-on-packages.js';
import type { Linted } from './lint-package.js';

/**
 * What to say of a package that was linted.
 *
 * @param strict Whether warnings are violations too.
 */
export function lintReport({ contractPackage, channels, findings, excused }: Linted, strict: boolean): PackageReport {
  const items = findings.map((finding) => itemOf(finding, (file) => shownFile(contractPackage, file)));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const parts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(excused > 0 ? [`${excused} excused`] : []),
  ];
  const summary = `${contractPackage.contract}: ${count(channels, 'channel')}, ${parts.join(', ') || 'nothing to say'}`;
  const hint =
    findings.length > 0 ? [`tidings explain ${findings[0]?.rule} says why, and when to make an exception.`] : [];
  return {
    exitCode: errors > 0 || (strict && warnings > 0) ? 100 : 0,
    lines: [...groupedByFile(items, contractPackage.configFile), summary, ...byRule(findings), ...hint],
    notes: [],
    items,
    facts: { contract: contractPackage.contract, channels, findings: items, errors, warnings, excused },
  };
}

function itemOf({ file, ...finding }: LintFinding, shown: (file: string) => string): ListedItem {
  return { ...finding, ...(file !== undefined && { file: shown(file) }) };
}

/** How often each rule spoke, the loudest first: with many findings, what to look at or turn off. */
function byRule(findings: readonly LintFinding[]): readonly string[] {
  const times = (rule: string): number => findings.filter((finding) => finding.rule === rule).length;
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort((a, b) => times(b) - times(a));
  return rules.length < 2 ? [] : [`  ${rules.map((rule) => `${times(rule)} ${rule}`).join(', ')}`];
}

/** Each file once, its findings below. */
function groupedByFile(items: readonly ListedItem[], configFile = 'tidings.config.ts'): readonly string[] {
  const fileOf = ({ file = configFile }: ListedItem): string => file;
  const files = [...new Set(items.map(fileOf))];
  return files.flatMap((file) => [file, ...items.filter((item) => fileOf(item) === file).map(lineOf), '']);
}

function lineOf(item: ListedItem): string {
  const place = item.line === undefined ? placeWithinFile(item) : `line ${item.line}`;
  const label = item.severity === 'error' ? 'error' : 'warn ';
  return `  ${label}  ${place === '' ? '' : `${place} `}${item.message}  [${item.rule}]`;
}
