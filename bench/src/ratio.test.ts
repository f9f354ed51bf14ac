import { expect, test } from 'vitest';
import { isMet, ratioOf, targetText } from './ratio.js';
import { sampleOf } from './sample.js';

test('a ratio is the median of what the rounds say, and knows what it is made of', () => {
  const [over, under] = [sampleOf([90, 100, 300]), sampleOf([5, 4, 15])];
  expect(ratioOf('ours, of theirs', { over, under, unit: 'ms', target: { atLeast: 20 } })).toEqual({
    label: 'ours, of theirs',
    value: 20,
    target: { atLeast: 20 },
    figures: { over: 100, under: 5, unit: 'ms' },
  });
  expect(ratioOf('ours, of theirs', { over, under, unit: 'ms' })).not.toHaveProperty('target');
  expect(() => ratioOf('ours, of theirs', { over, under: sampleOf([5]), unit: 'ms' })).toThrow('same rounds');
});

test('a target is met at its bound', () => {
  expect([isMet(20, { atLeast: 20 }), isMet(19.99, { atLeast: 20 })]).toEqual([true, false]);
  expect([isMet(1.1, { atMost: 1.1 }), isMet(1.11, { atMost: 1.1 })]).toEqual([true, false]);
  expect([targetText({ atLeast: 20 }), targetText({ atMost: 1.1 })]).toEqual(['at least 20', 'at most 1.1']);
});
