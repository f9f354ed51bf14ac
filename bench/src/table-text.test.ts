import { expect, test } from 'vitest';
import { sampleOf } from './sample.js';
import { tableText } from './table-text.js';

test('a table has aligned columns, and shows samples with their range', () => {
  const table = {
    title: '100 channels',
    unit: 'ms',
    columns: ['cold', 'types'],
    rows: [
      ['tidings', sampleOf([1234.5, 1000, 2000]), 12_345],
      ['other', sampleOf([1.234]), ''],
    ] as const,
  };
  expect(tableText(table)).toMatchInlineSnapshot(`
    "100 channels (ms; median, and range)
                              cold   types
      tidings  1,235 (1,000–2,000)  12,345
      other                   1.23"
  `);
});
