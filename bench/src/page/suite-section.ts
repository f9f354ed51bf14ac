import { isMet, targetText } from '../ratio.js';
import type { Ratio, Table } from '../suite.js';
import { cellText, numberText } from '../table-text.js';
import { type ChartData, chartText } from './chart-points.js';
import { type Column, markdownTable, markdownText } from './markdown-table.js';
import type { SuiteRecord } from './suite-record.js';

/** A chart and the file in which it is. */
export interface ChartFile {
  readonly file: string;
  readonly chart: ChartData;
}

/** The section of a suite: what it comes to, the figures with their pictures, and what is to be known about them. */
export function suiteSection(
  name: string,
  record: SuiteRecord,
  charts: readonly (ChartFile | undefined)[],
  prose: string | undefined,
): string {
  const { about, ratios, tables, notes, versions, machine, date, rounds } = record;
  return [
    `## ${name}`,
    `${sentence(about)}.`,
    ...(ratios.length > 0 ? [ratioTable(ratios)] : []),
    ...tables.flatMap((table, at) => tableParts(table, rounds, charts[at])),
    '### How it is measured',
    notes.map((note) => `- ${markdownText(note)}`).join('\n'),
    ...(prose === undefined ? [] : [prose]),
    [
      `Measured on ${date}, ${rounds === 1 ? '1 round' : `${rounds} rounds`}: \`npm run bench -- --suite ${name} --rounds ${rounds} --write\`.`,
      `${markdownText(machine)}.`,
      `${Object.entries(versions)
        .map(([library, version]) => `${library} ${version}`)
        .join(', ')}.`,
    ].join('<br>\n'),
  ].join('\n\n');
}

const ratioColumns: readonly Column[] = [
  { name: '' },
  { name: 'ratio', figures: true },
  { name: 'target', figures: true },
  { name: 'met' },
  { name: 'figures', figures: true },
];

function ratioTable(ratios: readonly Ratio[]): string {
  return markdownTable(
    ratioColumns,
    ratios.map((ratio) => [markdownText(ratio.label), ...ratioCells(ratio)]),
  );
}

/** Of a ratio: its value, its target, whether that is met, and what it is made of. */
export function ratioCells({ value, target, figures }: Ratio): readonly string[] {
  return [
    numberText(value),
    target === undefined ? '' : targetText(target),
    target === undefined ? '' : isMet(value, target) ? '✓' : '✗',
    figures === undefined ? '' : `${numberText(figures.over)} : ${numberText(figures.under)} ${figures.unit}`.trimEnd(),
  ];
}

function tableParts({ title, unit, columns, rows }: Table, rounds: number, picture?: ChartFile): readonly string[] {
  const figures = markdownTable(
    [{ name: '' }, ...columns.map((name) => ({ name, figures: true }))],
    rows.map((row) => row.map((cell) => markdownText(cellText(cell)))),
  );
  return [
    `### ${sentence(title)}`,
    ...(picture ? [`![${markdownText(chartText(picture.chart))}](${picture.file})`] : []),
    `In ${markdownText(unit)}; ${rounds === 1 ? 'one round' : 'the median, and the range of the rounds'}.`,
    figures,
  ];
}

function sentence(text: string): string {
  return markdownText(`${text.charAt(0).toUpperCase()}${text.slice(1)}`);
}
