import type { Cell, Chart, Table } from '../suite.js';
import { numberText } from '../table-text.js';

/** One figure of a chart. */
export interface ChartPoint {
  /** The row that it is from. */
  readonly row: string;
  /** The column that it is from. */
  readonly series: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly text: string;
}

/** What is shown of a table as a picture. */
export interface ChartData {
  readonly title: string;
  /** What its axis measures. */
  readonly axis: string;
  readonly kind: 'bar' | 'line';
  readonly log: boolean;
  readonly series: readonly string[];
  readonly points: readonly ChartPoint[];
}

/** What a table shows as a picture, if anything. @throws RangeError if it names a column that it does not have. */
export function chartOf(table: Table): ChartData | undefined {
  const chart = table.chart ?? byDefault(table);
  if (chart === undefined || chart === false) return undefined;
  const series = typeof chart.column === 'string' ? [chart.column] : chart.column;
  return {
    title: table.title,
    axis: axisOf(table.unit, series),
    kind: chart.kind ?? 'bar',
    log: chart.log ?? false,
    series,
    points: series.flatMap((column) => pointsOf(table, column)),
  };
}

function byDefault({ columns, rows }: Table): Chart | undefined {
  const column = columns.find((_, at) => rows.filter((row) => isSample(row[at + 1])).length > 1);
  return column === undefined ? undefined : { column };
}

function pointsOf({ title, columns, rows }: Table, column: string): readonly ChartPoint[] {
  const at = columns.indexOf(column);
  if (at === -1) throw new RangeError(`the table '${title}' has no column '${column}' to show`);
  return rows.flatMap(([row, ...cells]) => {
    const cell = cells[at];
    if (typeof cell === 'number')
      return [{ row, series: column, median: cell, min: cell, max: cell, text: numberText(cell) }];
    if (!isSample(cell)) return [];
    const { median, min, max } = cell;
    return [{ row, series: column, median, min, max, text: numberText(median) }];
  });
}

function isSample(cell: Cell | undefined): cell is Exclude<Cell, number | string> {
  return typeof cell === 'object';
}

/** A unit of several parts is of several columns: the column says which. */
function axisOf(unit: string, series: readonly string[]): string {
  const [column = ''] = series;
  if (series.length > 1) return unit;
  return unit.includes(',') || unit === column || unit === '' ? column : `${column}, ${unit}`;
}

/** The same in words, for who does not see it. */
export function chartText({ title, axis, kind, log, series, points }: ChartData): string {
  const figures = points.map(({ row, series: of, text }) => `${row}${series.length > 1 ? ` (${of})` : ''} ${text}`);
  const shape = kind === 'line' ? 'Line chart' : log ? 'Dot chart' : 'Bar chart';
  return `${shape}${log ? ' on a logarithmic scale' : ''}, ${title}; ${axis}: ${figures.join('; ')}.`;
}
