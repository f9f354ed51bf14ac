/**
 * What a package's `test-results.json` (vitest's json reporter) says.
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} failures names
 * @property {string[]} skips names
 */

/**
 * @typedef {object} VitestReport
 * @property {boolean} success
 * @property {Array<{ name: string, status: string, message?: string, assertionResults: Array<{ fullName: string, status: string }> }>} testResults
 */

/**
 * Counts every test once. What fails outside a test (a file that can't be loaded, an unhandled rejection) is a failure too.
 * @param {VitestReport} report
 * @returns {Totals}
 */
export function totalsOf(report) {
  /** @type {Totals} */
  const totals = { passed: 0, failed: 0, failures: [], skips: [] };
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') totals.passed += 1;
      else if (test.status === 'failed') totals.failures.push(test.fullName);
      else totals.skips.push(`${test.fullName}${test.status === 'todo' ? ' (todo)' : ''}`);
    }
    const failedInside = file.assertionResults.some((test) => test.status === 'failed');
    if (file.status === 'failed' && !failedInside) totals.failures.push(`${file.name} (the file itself)`);
  }
  if (!report.success && totals.failures.length === 0) totals.failures.push('an error outside of the tests');
  totals.failed = totals.failures.length;
  return totals;
}

/**
 * The line that closes a test run.
 * @param {{ passed: number, failed: number, skipped: number }} counts
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
