import { expect, test } from 'vitest';
import { Latencies } from './latencies.js';

test('gives what shares of all events took at most', () => {
  const latencies = new Latencies();
  expect(latencies.quantiles()).toEqual({});
  for (let us = 2_000; us >= 1; us -= 1) latencies.add(us);
  expect(latencies.quantiles()).toEqual({ p50: 1_000, p99: 1_980, 'p99.9': 1_998 });
  latencies.clear();
  latencies.add(7);
  expect(latencies.quantiles()).toEqual({ p50: 7, p99: 7, 'p99.9': 7 });
});
