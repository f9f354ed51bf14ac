import { expect, test } from 'vitest';
import { planOf } from './plan.js';
import { medianOfFifth, thinned } from './series.js';

test('looks at the first and the last fifth', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect([medianOfFifth(values, 'first'), medianOfFifth(values, 'last')]).toEqual([1.5, 9.5]);
  expect(medianOfFifth([7], 'last')).toBe(7);
});

test('has no more points than asked for, and leaves none out', () => {
  expect(thinned([1, 2, 3, 4, 5, 6], 3)).toEqual([1.5, 3.5, 5.5]);
  expect(thinned([1, 2], 3)).toEqual([1, 2]);
});

test('plans samples that are all due in time', () => {
  expect(planOf(600)).toEqual({ seconds: 600, warmUpMs: 20_000, everyMs: 10_000, samples: 58 });
  for (const seconds of [8, 15, 60, 599]) {
    const { warmUpMs, everyMs, samples } = planOf(seconds);
    expect(warmUpMs + (samples - 1) * everyMs).toBeLessThan(seconds * 1_000);
  }
  expect(() => planOf(5)).toThrow('too few');
});
