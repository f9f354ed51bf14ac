import {
  type Answers,
  type Counterexample,
  changeKinds,
  type Finding,
  plainLine,
  type RuleSet,
  ruleSets,
  sentences,
  shownPayload,
} from '@tidings/codegen/evolution';
import { wrapped } from '../report/wrapped.js';

/** How a finding is told. */
export interface TextSettings {
  readonly rules: RuleSet;
  /** The release that most findings are against; of others it is said. */
  readonly last?: string | undefined;
  /** Whether it is of a file by itself, where nothing can be accepted. */
  readonly isFile?: boolean;
}

/** A finding for a person: what, where, who breaks, why, the payload, what to do. */
export function findingText(finding: Finding, { rules, last, isFile = false }: TextSettings): readonly string[] {
  const { kind, version, path, severity, standing, fingerprint, mend, accepted } = finding;
  const mark = { fine: '✓', breaking: '✗', forbidden: '✗', open: '?', accepted: '·' }[standing];
  const place = [version === undefined || isFile ? undefined : `version ${version}`, path].filter(
    (part) => part !== undefined,
  );
  const older = finding.against === last ? '' : ` (against ${finding.against})`;
  const title = plainLine(`  ${mark} ${[kind, ...place].join('  ')}${older}${valuesOf(finding)}`);
  if (standing === 'fine') return [`${title}  ${severity}`];
  const lines = [title, ...block(reasonText(finding, rules))];
  const hurt = whoBreaks(finding, rules);
  if (hurt !== '') lines.push(...block(hurt));
  for (const counterexample of finding.counterexamples.slice(0, 2)) {
    lines.push('', ...shownPayload(counterexample.payload).map((line) => `      ${line}`));
    lines.push(...block(payloadText(counterexample)));
  }
  if (accepted !== undefined) return [...lines, ...block(`Accepted: ${accepted.reason}`)];
  if (standing === 'forbidden')
    lines.push(
      '',
      ...block(
        `A released version may not change like this, whatever the version number, unless that is accepted on the record. ${mend}`,
      ),
    );
  else lines.push('', ...block(mend));
  const next = [`tidings explain ${kind}`, ...(isFile ? [] : [`tidings accept ${fingerprint} --reason '…'`])];
  return [...lines, `    ${next.join('  ·  ')}`];
}

/** What happened, and why it hurts, as far as that was asked. */
export function reasonText({ kind, reason, reasons }: Finding, rules: RuleSet): string {
  const asked = ruleSets[rules].flatMap((question) => reasons[question] ?? []);
  if (asked.length === 0) return reason;
  return sentences([changeKinds[kind].summary, ...asked]);
}

/** What a payload shows. */
export function payloadText({ refusedBy, path, reason, isPart }: Counterexample): string {
  const what = isPart ? `This, at ${path},` : 'This';
  const told =
    refusedBy === 'old'
      ? 'may be written now, and old readers refuse it'
      : 'may have been written before, and new readers refuse it';
  return `${what} ${told}: ${isPart ? '' : `${path}: `}${reason}`;
}

/** Who is hurt, in words. */
export function whoBreaks({ answers }: Finding, rules: RuleSet): string {
  const words: Readonly<Record<keyof Answers, string>> = {
    backward: 'readers of now on older events',
    forward: 'older readers on new events',
    publish: 'code that publishes',
    handle: 'code that handles events',
  };
  const counted = ruleSets[rules];
  const sure = counted.filter((question) => answers[question] === 'no').map((question) => words[question]);
  const unsure = counted.filter((question) => answers[question] === 'unknown').map((question) => words[question]);
  return [
    ...(sure.length === 0 ? [] : [`Breaks: ${sure.join(', ')}.`]),
    ...(unsure.length === 0 ? [] : [`Can't be decided: ${unsure.join(', ')}.`]),
  ].join(' ');
}

/** What it was and what it is, where the path does not say it. */
export function valuesOf({
  kind,
  before,
  after,
  path = '',
}: Pick<Finding, 'kind' | 'before' | 'after' | 'path'>): string {
  if (kind === 'VERSION_ADDED') return ` after ${before}`;
  // What it was described as says nothing of what happened.
  if (kind === 'CHANNEL_REMOVED') return '';
  if ([before, after].some((name) => name !== undefined && path.endsWith(`.${name}`)) && !(before && after)) return '';
  if (before !== undefined && after !== undefined) return `: ${short(before)} → ${short(after)}`;
  if (after !== undefined) return `: ${short(after)}`;
  return before === undefined ? '' : `: was ${short(before)}`;
}

function short(text: string): string {
  const line = plainLine(text).replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}

function block(text: string): readonly string[] {
  return wrapped(plainLine(text), 84).map((line) => `    ${line}`);
}
