import { expect, test } from 'vitest';
import { sampleOf } from '../sample.js';
import type { Table } from '../suite.js';
import { chartOf } from './chart-points.js';

const table: Table = {
  title: 'latency',
  unit: 'ms',
  columns: ['words', 'p50', 'p99'],
  rows: [
    ['tidings', 'a', sampleOf([1, 2, 3]), 10],
    ['other', 'b', sampleOf([4]), ''],
  ],
};

test('shows the first column that was measured in several rows, unless a table says otherwise', () => {
  expect(chartOf(table)).toEqual({
    title: 'latency',
    axis: 'p50, ms',
    kind: 'bar',
    log: false,
    series: ['p50'],
    points: [
      { row: 'tidings', series: 'p50', median: 2, min: 1, max: 3, text: '2' },
      { row: 'other', series: 'p50', median: 4, min: 4, max: 4, text: '4' },
    ],
  });
  expect(chartOf({ ...table, chart: false })).toBeUndefined();
  expect(chartOf({ ...table, rows: table.rows.slice(1) })).toBeUndefined();
});

test('shows several columns, and numbers too, but no words', () => {
  const chart = chartOf({ ...table, chart: { column: ['p50', 'p99'], kind: 'line', log: true } });
  expect(chart).toMatchObject({ axis: 'ms', kind: 'line', log: true });
  expect(chart?.points.map(({ row, series }) => `${row} ${series}`)).toEqual([
    'tidings p50',
    'other p50',
    'tidings p99',
  ]);
});

test('a column that is not there is an error', () => {
  expect(() => chartOf({ ...table, chart: { column: 'p90' } })).toThrow("no column 'p90'");
});
