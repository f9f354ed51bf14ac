import { expect, test } from 'vitest';
import { closingLine, contractLines, totalsOf } from './test-totals.mjs';

/**
 * @param {string} status
 * @param {ReadonlyArray<[fullName: string, status: string]>} tests
 */
const file = (status, tests) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map(([fullName, each]) => ({ fullName, status: each })),
});

test('counts what passed and failed, and names what failed or was skipped', () => {
  const report = {
    success: false,
    testResults: [
      file('passed', [['one', 'passed']]),
      file('failed', [
        ['two', 'passed'],
        ['three', 'failed'],
        ['four', 'skipped'],
        ['five', 'todo'],
      ]),
    ],
  };
  const { contract: _, ...counts } = totalsOf(report);
  expect(counts).toEqual({ passed: 2, failed: 1, failures: ['three'], skips: ['four', 'five (todo)'] });
});

test('a file that could not be loaded is a failure', () => {
  expect(totalsOf({ success: false, testResults: [file('failed', [])] })).toMatchObject({ passed: 0, failed: 1 });
});

test('so is an error outside of all tests', () => {
  expect(totalsOf({ success: false, testResults: [file('passed', [['one', 'passed']])] })).toMatchObject({
    passed: 1,
    failed: 1,
    failures: ['an error outside of the tests'],
  });
});

test('counts the cases of the contract suite by bus', () => {
  const cases = file('failed', [
    ['MemoryBus keeps the contract of EventBus order: one', 'passed'],
    ['RedisBus keeps the contract of EventBus order: one', 'failed'],
    ['RedisBus keeps the contract of EventBus order: two', 'passed'],
    ['something else', 'passed'],
  ]);
  expect(contractLines(totalsOf({ success: false, testResults: [cases] }).contract)).toEqual([
    '    1 of 1  MemoryBus',
    '    1 of 2  RedisBus',
  ]);
});

test('the closing line names skipped tests only where there are some', () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});
