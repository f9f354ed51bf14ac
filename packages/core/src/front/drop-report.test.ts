import { expect, test, vi } from 'vitest';
import { resolveBusOptions } from './bus-options.js';
import { DropReport } from './drop-report.js';
import { Listeners } from './listeners.js';
import { PendingWork } from './pending-work.js';
import { newTotals } from './totals.js';

test('what is dropped while listeners are told is told next', async () => {
  const listeners = new Listeners();
  const report = new DropReport({
    options: resolveBusOptions({}),
    listeners,
    totals: newTotals(),
    work: new PendingWork(),
    leaving: new Set(),
    layers: { publish: [], deliver: [] },
  });
  const told: (number | undefined)[] = [];
  listeners.add('gap', ({ count }) => {
    told.push(count);
    if (told.length === 1) report.add('c');
  });
  for (let n = 0; n < 3; n += 1) report.add('c');
  await vi.waitFor(() => expect(told).toEqual([3, 1]), 20_000);
  expect(report.total).toBe(4);
});
