import { type Finding, shownPayload } from '@tidings/codegen/evolution';
import { payloadText, reasonText, type TextSettings, valuesOf, whoBreaks } from './finding-text.js';

/** What is told, and how. */
export interface MarkdownSettings extends TextSettings {
  readonly findings: readonly Finding[];
}

/** Findings as Markdown: a table of all, then each that hurts somebody with its payload. */
export function findingMarkdown({ findings, rules, isFile = false }: MarkdownSettings): readonly string[] {
  if (findings.length === 0) return [];
  const rows = findings.map((finding) => {
    const { channel, kind, path, standing, severity } = finding;
    return [
      code(channel),
      kind,
      path === undefined ? '' : code(path),
      cell(valuesOf(finding).replace(/^: /, '')),
      standing === 'fine' ? severity : `**${standing}**`,
    ].join(' | ');
  });
  return [
    '| channel | change | where | | |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
    ...findings.filter(({ standing }) => standing !== 'fine').flatMap((finding) => details(finding, { rules, isFile })),
  ];
}

function details(finding: Finding, { rules, isFile }: TextSettings): readonly string[] {
  const { channel, kind, path, mend, accepted, fingerprint, counterexamples } = finding;
  const payloads = counterexamples
    .slice(0, 2)
    .flatMap((each) => [cell(payloadText(each)), '', '```json', ...shownPayload(each.payload), '```', '']);
  return [
    `#### ${kind}: ${code(channel)}${path === undefined ? '' : ` ${code(path)}`}`,
    '',
    `${cell(reasonText(finding, rules))} ${whoBreaks(finding, rules)}`.trim(),
    '',
    ...payloads,
    accepted === undefined
      ? `${cell(mend)}${isFile ? '' : ` (\`tidings accept ${fingerprint} --reason '…'\`)`}`
      : `Accepted: ${cell(accepted.reason)}`,
    '',
  ];
}

/** Text of a contract inside a line: nothing in it is markup. */
function cell(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

function code(text: string): string {
  return `\`${text
    .replaceAll('`', "'")
    .replaceAll('|', '\\|')
    .replace(/[\r\n\u2028\u2029]+/g, ' ')}\``;
}
