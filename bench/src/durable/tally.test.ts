import { expect, test } from 'vitest';
import { Tally } from './tally.js';

test('is complete once all workers together have handled every order', async () => {
  using tally = new Tally(4);
  tally.take(0, { count: 1, sum: 3 });
  tally.take(1, { count: 2, sum: 1 });
  expect(() => tally.check()).toThrow('of 4 orders 3 were handled: some were lost');
  tally.take(0, { count: 2, sum: 5 });
  await tally.complete;
  tally.check();
});

test('notices one that was handled twice, and another that was lost', () => {
  using tally = new Tally(3);
  tally.take(0, { count: 3, sum: 0 + 1 + 1 });
  expect(() => tally.check()).toThrow('handled twice');
});
