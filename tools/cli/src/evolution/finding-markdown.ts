import { type Finding, markdownCode, markdownText, shownPayload } from '@tidings/codegen/evolution';
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
      markdownText(valuesOf(finding).replace(/^: /, '')),
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
    .flatMap((each) => [markdownText(payloadText(each)), '', '```json', ...shownPayload(each.payload), '```', '']);
  return [
    `#### ${kind}: ${code(channel)}${path === undefined ? '' : ` ${code(path)}`}`,
    '',
    `${markdownText(reasonText(finding, rules))} ${whoBreaks(finding, rules)}`.trim(),
    '',
    ...payloads,
    accepted === undefined
      ? `${markdownText(mend)}${isFile ? '' : ` (\`tidings accept ${fingerprint} --reason '…'\`)`}`
      : `Accepted: ${markdownText(accepted.reason)}`,
    '',
  ];
}

/** As code, in a table too. */
function code(text: string): string {
  return markdownCode(text).replaceAll('|', '\\|');
}
