import { type Answers, type Finding, type RuleSet, ruleSets, shownPayload } from '@tidings/codegen/evolution';
import { wrapped } from '../report/wrapped.js';

/** A finding for a person: what, where, who breaks, why, the payload, what to do. */
export function findingText(finding: Finding, rules: RuleSet): readonly string[] {
  const { kind, version, path, severity, standing, fingerprint, mend, reason, accepted } = finding;
  const mark = { fine: '✓', breaking: '✗', forbidden: '✗', open: '?', accepted: '·' }[standing];
  const place = [version === undefined ? undefined : `version ${version}`, path].filter((part) => part !== undefined);
  const title = `  ${mark} ${[kind, ...place].join('  ')}${valuesOf(finding)}`;
  if (standing === 'fine') return [`${title}  ${severity}`];
  const lines = [title, ...block(reason)];
  const hurt = whoBreaks(finding, rules);
  if (hurt !== '') lines.push(...block(hurt));
  for (const { payload, refusedBy, path: at, reason: why } of finding.counterexamples.slice(0, 2)) {
    lines.push('', ...shownPayload(payload).map((line) => `      ${line}`));
    const [writer, reader] =
      refusedBy === 'old' ? ['publishers of now write', 'readers of before'] : ['was written before', 'readers of now'];
    lines.push(
      ...block(
        `${writer === 'was written before' ? 'This was written before' : `This is what ${writer}`}, and ${reader} refuse it: ${at}: ${why}`,
      ),
    );
  }
  if (accepted !== undefined) return [...lines, ...block(`Accepted: ${accepted.reason}`)];
  if (standing === 'forbidden')
    lines.push('', ...block(`A released version may not change like this, whatever the version number. ${mend}`));
  else lines.push('', ...block(mend));
  return [...lines, `    tidings explain ${kind}  ·  tidings accept ${fingerprint} --reason '…'`];
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
export function valuesOf({ before, after, path = '' }: Pick<Finding, 'before' | 'after' | 'path'>): string {
  if ([before, after].some((name) => name !== undefined && path.endsWith(`.${name}`)) && !(before && after)) return '';
  if (before !== undefined && after !== undefined) return `: ${short(before)} → ${short(after)}`;
  if (after !== undefined) return `: ${short(after)}`;
  return before === undefined ? '' : `: was ${short(before)}`;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}

function block(text: string): readonly string[] {
  return wrapped(text, 84).map((line) => `    ${line}`);
}
