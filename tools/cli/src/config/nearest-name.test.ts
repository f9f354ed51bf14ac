import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.js';

test.each([
  ['chanels', 'channels'],
  ['Output', 'output'],
  ['out', undefined],
  ['', undefined],
  ['xyzzy', undefined],
])('%s: %s', (given, nearest) => {
  expect(nearestName(given, ['channels', 'output'])).toBe(nearest);
});
