import { allDurableRows, allRows, runRow } from '@tidings/faults';
import { describe, expect, test } from 'vitest';

// It takes half a minute of both cores: `npm run faults` carries it out.
const durable = allDurableRows.filter(({ name }) => name !== 'ten-thousand');

describe.concurrent('the fault table, in short', () => {
  for (const [column, rows] of Object.entries({ broadcast: allRows, durable })) {
    describe.concurrent(column, () => {
      for (const row of rows) {
        test(`${row.title}: ${row.promise}`, async () => {
          const { breaches } = await runRow(row, 'short', 1);
          expect(breaches).toEqual([]);
        });
      }
    });
  }
});
