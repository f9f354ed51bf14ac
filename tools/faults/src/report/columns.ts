import { allRows } from '../rows/all-rows.js';
import { allDurableRows } from '../rows/durable/all-durable-rows.js';
import type { Row } from '../rows/row.js';
import { durableTablesOf } from './durable-tables.js';
import type { RowResult } from './row-result.js';
import { type Table, tablesOf } from './tables.js';

/** The columns of the fault table. */
export const columnNames = ['broadcast', 'durable'] as const;

/** What kind of channels. */
export type ColumnName = (typeof columnNames)[number];

/** A column of the fault table: its rows, and how their figures are shown. */
export interface FaultColumn {
  readonly rows: readonly Row[];
  tables(results: readonly RowResult[]): readonly Table[];
}

/** The columns. */
export const columns: Readonly<Record<ColumnName, FaultColumn>> = {
  broadcast: { rows: allRows, tables: tablesOf },
  durable: { rows: allDurableRows, tables: durableTablesOf },
};
