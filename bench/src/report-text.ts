import { isMet, targetText } from './ratio.js';
import type { Ratio, SuiteReport } from './suite.js';
import { numberText, tableText } from './table-text.js';

/** A report for a person: what it comes to first, then the measurements, then what they were made with. */
export function reportText(name: string, { ratios, tables, versions, notes }: SuiteReport, machine: string): string {
  const width = Math.max(0, ...ratios.map(({ label }) => label.length));
  return [
    `# ${name}`,
    ratios.map((ratio) => `${ratio.label.padEnd(width)}  ${numberText(ratio.value)}${targetPart(ratio)}`).join('\n'),
    ...tables.map(tableText),
    notes.join('\n'),
    `${machine}; ${Object.entries(versions)
      .map(([library, version]) => `${library} ${version}`)
      .join(', ')}`,
  ].join('\n\n');
}

function targetPart({ value, target }: Ratio): string {
  return target === undefined ? '' : `  ${isMet(value, target) ? '✓' : '✗'} ${targetText(target)}`;
}
