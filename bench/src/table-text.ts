import type { Cell, Table } from './suite.js';

/** A table as lines of text, columns aligned. A sample is shown as its median, with its range. */
export function tableText({ title, unit, columns, rows }: Table): string {
  const cells = [['', ...columns], ...rows.map((row) => row.map(cellText))];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = cells.map((row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [`${title} (${unit}; median, and range)`, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** A cell as a person reads it; of a single round there is no range. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numberText(cell);
  if (cell.rounds === 1) return numberText(cell.median);
  return `${numberText(cell.median)} (${numberText(cell.min)}–${numberText(cell.max)})`;
}

/** A number as a person reads it: three digits that count, and no more. */
export function numberText(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { maximumFractionDigits: Number.isInteger(value) ? 0 : digits });
}
