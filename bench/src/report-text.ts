import type { SuiteReport } from './suite.js';
import { numberText, tableText } from './table-text.js';

/** A report for a person: what it comes to first, then the measurements, then what they were made with. */
export function reportText(name: string, { ratios, tables, versions, notes }: SuiteReport, machine: string): string {
  const width = Math.max(0, ...ratios.map(({ label }) => label.length));
  return [
    `# ${name}`,
    ratios.map(({ label, value }) => `${label.padEnd(width)}  ${numberText(value)}`).join('\n'),
    ...tables.map(tableText),
    notes.join('\n'),
    `${machine}; ${Object.entries(versions)
      .map(([library, version]) => `${library} ${version}`)
      .join(', ')}`,
  ].join('\n\n');
}
