import { allDurableRows, allRows, runRow } from '@tidings/faults';
import { describe, expect, test } from 'vitest';

// It takes half a minute of both cores: `npm run faults` carries it out.
const durable = allDurableRows.filter(({ name }) => name !== 'ten-thousand');

/** So often a row is carried out until its fault comes to bear. */
const most = 3;

/**
 * What a row's round broke. On a machine that is busy otherwise a round may end before its fault came to bear: that shows nothing,
 * neither for nor against, and is carried out again.
 */
async function breachesOf(row: Parameters<typeof runRow>[0]): Promise<readonly string[]> {
  for (let round = 1; ; round += 1) {
    const { breaches } = await runRow(row, 'short', 1);
    const showsNothing = breaches.length > 0 && breaches.every((breach) => breach.startsWith('nothing was '));
    if (!showsNothing || round === most) return breaches;
  }
}

describe.concurrent('the fault table, in short', () => {
  for (const [column, rows] of Object.entries({ broadcast: allRows, durable })) {
    describe.concurrent(column, () => {
      for (const row of rows) {
        test(`${row.title}: ${row.promise}`, async () => {
          expect(await breachesOf(row)).toEqual([]);
        });
      }
    });
  }
});
