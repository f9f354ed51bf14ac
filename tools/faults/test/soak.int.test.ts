import { runSoak } from '@tidings/faults';
import { expect, test } from 'vitest';

test('without a fault nothing is lost, and nothing is reported', async () => {
  const { breaches } = await runSoak(0.05, 3_000);
  expect(breaches).toEqual([]);
});
