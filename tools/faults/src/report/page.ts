import type { RunResult } from '../run-rows.js';
import { type Circumstances, circumstancesText } from './circumstances.js';
import type { FaultColumn } from './columns.js';
import { asMarkdown, asText } from './render.js';

/** For a page of the docs. */
export function asPage({ results, failures }: RunResult, { tables }: FaultColumn, where: Circumstances): string {
  return [
    `Measured by ${circumstancesText(where)}`,
    '',
    ...tables(results).map(asMarkdown),
    '## How the faults are injected',
    '',
    ...results.map(({ title, inject, promise }) => `- **${title}**: ${inject}. Promised: ${promise}.`),
    '',
    ...words({ results, failures }).map((line) => `- ${line}`),
  ].join('\n');
}

/** For a terminal. */
export function asTerminalText(
  { results, failures }: RunResult,
  { tables }: FaultColumn,
  where: Circumstances,
): string {
  return [
    ...tables(results).map(asText),
    circumstancesText(where),
    ...words({ results, failures }),
    verdict({ results, failures }),
  ].join('\n');
}

/** What did not hold, or could not be carried out. */
function words({ results, failures }: RunResult): readonly string[] {
  return [
    ...results.flatMap(({ name, breaches }) => breaches.map((breach) => `${name}: ${breach}`)),
    ...failures.map(({ name, why }) => `${name} could not be carried out: ${why}`),
  ];
}

function verdict({ results, failures }: RunResult): string {
  const broken = results.filter(({ held }) => !held).length;
  const rows = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;
  if (broken > 0) return `${rows(broken)} of ${results.length} did not hold.`;
  if (failures.length > 0) return `${rows(failures.length)} could not be carried out; the others held.`;
  return `${rows(results.length)}, and every promise held.`;
}
