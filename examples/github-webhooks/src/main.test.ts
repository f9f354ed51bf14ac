import { expect, test } from 'vitest';
import { runExample } from '../test/run-example.js';

test('every real delivery gets through: none is invalid, no handler fails', async () => {
  const { code, output } = await runExample();
  expect(code).toBe(0);
  expect(output).toMatch(/^262 real deliveries of 15 events, on the memory bus$/m);
  expect(output).toMatch(/│ total\s+│\s+262 │\s+353 │\s+0 │\s+0 │/);
  expect(output).toMatch(/^262 events in \d+ ms$/m);
});

test('what it can not do it says, and how it is used', async () => {
  const other = await runExample('--bus', 'kafka://localhost');
  expect(other.code).toBe(1);
  expect(other.output).toContain('--bus takes');
  const unknown = await runExample('--bux', 'memory');
  expect(unknown.code).toBe(1);
  expect(unknown.output).toContain('--bux');
});

test('--help tells of both buses', async () => {
  const { code, output } = await runExample('--help');
  expect(code).toBe(0);
  expect(output).toMatch(/--bus <address> {3}memory.*redis:\/\/host:port, or rediss:\/\//s);
});
