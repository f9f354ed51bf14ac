import { percentile } from '../ledger/percentile.js';
import type { RowResult } from './row-result.js';
import type { Table } from './tables.js';

/** A column of a table: its head, what stands in it, and whether it is a number. */
export type Column = readonly [head: string, of: (result: RowResult) => string, kind?: 'number'];

/** A table of rows' results. */
export function table(title: string, note: string, results: readonly RowResult[], columns: readonly Column[]): Table {
  return {
    title,
    note,
    head: columns.map(([head]) => head),
    rows: results.map((result) => columns.map(([, of]) => of(result))),
    numbers: columns.flatMap(([, , kind], index) => (kind === 'number' ? [index] : [])),
  };
}

/** How the control suffered. */
export function harmText(harm: RowResult['harm']): string {
  if (harm === null) return '– (not expected)';
  return harm ?? 'NO, though it should have';
}

/** A number, where there is one. */
export function number(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '–' : Math.round(value).toLocaleString('en-US');
}

/** What half of them stay below. */
export function half(values: readonly number[] | undefined): string {
  return number(percentile(values ?? [], 50));
}

/** The largest. */
export function most(values: readonly number[] | undefined): string {
  return values === undefined || values.length === 0
    ? '–'
    : number(values.reduce((largest, each) => Math.max(largest, each)));
}

/** All counts together. */
export function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, each) => sum + each, 0);
}
