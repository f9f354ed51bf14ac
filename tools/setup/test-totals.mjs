/**
 * What a package's `test-results.json` (vitest's json reporter) says.
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} failures names
 * @property {string[]} skips names
 * @property {Map<string, { passed: number, all: number }>} contract how many cases of the contract suite each bus passed
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
  const totals = { passed: 0, failed: 0, failures: [], skips: [], contract: new Map() };
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') totals.passed += 1;
      else if (test.status === 'failed') totals.failures.push(test.fullName);
      else totals.skips.push(`${test.fullName}${test.status === 'todo' ? ' (todo)' : ''}`);
      countCase(totals.contract, test);
    }
    const failedInside = file.assertionResults.some((test) => test.status === 'failed');
    if (file.status === 'failed' && !failedInside) totals.failures.push(`${file.name} (the file itself)`);
  }
  if (!report.success && totals.failures.length === 0) totals.failures.push('an error outside of the tests');
  totals.failed = totals.failures.length;
  return totals;
}

/**
 * @param {Totals['contract']} contract
 * @param {{ fullName: string, status: string }} test
 */
function countCase(contract, { fullName, status }) {
  const bus = /^(.*) keeps the contract of EventBus /.exec(fullName)?.[1];
  if (bus === undefined) return;
  const count = contract.get(bus) ?? { passed: 0, all: 0 };
  contract.set(bus, { passed: count.passed + (status === 'passed' ? 1 : 0), all: count.all + 1 });
}

/**
 * What each bus passed of the contract suite, a line each.
 * @param {Totals['contract']} contract
 */
export function contractLines(contract) {
  return [...contract]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([bus, { passed, all }]) => `${`${passed} of ${all}`.padStart(10)}  ${bus}`);
}

/**
 * The line that closes a test run.
 * @param {{ passed: number, failed: number, skipped: number }} counts
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
