import { expect, test } from 'vitest';
import { inRounds } from './rounds.js';
import { sampleOf } from './sample.js';

test('a sample is the median of its values, with their range', () => {
  expect(sampleOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3, rounds: 3, values: [3, 1, 2] });
  expect(sampleOf([4, 1, 2, 3])).toEqual({ median: 2.5, min: 1, max: 4, rounds: 4, values: [4, 1, 2, 3] });
  expect(() => sampleOf([])).toThrow('nothing was measured');
});

test('rounds take turns', async () => {
  const order: string[] = [];
  const measure = (name: string) => async () => ({ turn: order.push(name) });
  const samples = await inRounds(2, { a: measure('a'), b: measure('b') });
  expect(order).toEqual(['a', 'b', 'a', 'b']);
  expect(samples('b', 'turn')).toEqual({ median: 3, min: 2, max: 4, rounds: 2, values: [2, 4] });
  expect(() => samples('b', 'other')).toThrow('nothing was measured');
});
