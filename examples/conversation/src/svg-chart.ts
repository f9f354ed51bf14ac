import type { Caption } from './chart.js';
import type { Cell, Findings, Row } from './findings.js';

const size = 14;
const step = 17;
const left = 84;
const top = 44;

/** The colours say what the signs of the text say. */
const colours = { A: '#2f7fc1', B: '#e0a12f', again: '#b5359c', twice: '#6b2fb3', wrong: '#d12f2f' } as const;

/** The chart as an SVG document, with the totals below. */
export function svgChart(findings: Findings, { head, loss }: Caption, totals: readonly string[]): string {
  const { rows } = findings;
  // Wide enough for what is written below.
  const width = Math.max(800, left + step * (Math.max(0, ...rows.map(({ cells }) => cells.length)) + 1) + 20);
  const below = top + step * rows.length + 24;
  const height = below + 20 * (2 + totals.length) + 6;
  const keys: readonly (readonly [x: number, fill: string, label: string])[] = [
    [14, colours.A, 'handled by A'],
    [124, colours.B, 'handled by B'],
    [234, colours.again, `in the hands of A when it was ${loss}: handled by B`],
    [564, colours.twice, 'handled by A, and by B once more'],
  ];
  const title = `Who handled each event, by conversation; the line: worker A was ${loss}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(left, 20, title),
    ...[...head].map((letter, at) => text(left + step * at + 4, top - 6, letter, '#888888')),
    ...rows.flatMap((row, index) => rowShapes(row, top + step * index)),
    ...keys.map(([x, fill, label]) => box(x, below - 11, fill) + text(x + 18, below, label)),
    ...totals.map((line, at) => text(14, below + 20 * (at + 2), line)),
    '</svg>',
    '',
  ].join('\n');
}

function rowShapes({ conversationId, cells, doneAtLoss }: Row, y: number): readonly string[] {
  const x = (at: number) => left + step * at + (at >= doneAtLoss ? 6 : 0);
  const loss = left + step * doneAtLoss + 1;
  return [
    text(14, y + 11, conversationId.slice(0, 8), '#555555'),
    ...cells.map((cell, at) => box(x(at), y, colourOf(cell), cell.id)),
    `<line x1="${loss}" x2="${loss}" y1="${y - 2}" y2="${y + size + 2}" stroke="${colours.wrong}" stroke-width="2"/>`,
  ];
}

function colourOf({ handled, again, misplaced }: Cell): string {
  const [first, second] = handled;
  if (first === undefined || misplaced) return colours.wrong;
  if (second !== undefined) return colours.twice;
  return again ? colours.again : colours[first];
}

function box(x: number, y: number, fill: string, title = ''): string {
  const inner = title === '' ? '' : `<title>${escaped(title)}</title>`;
  return `<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="2" fill="${fill}">${inner}</rect>`;
}

function text(x: number, y: number, content: string, fill = '#222222'): string {
  return `<text x="${x}" y="${y}" fill="${fill}">${escaped(content)}</text>`;
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
