import type { LintRule } from '../lint-rule.js';

/** Exceptions are about something. Found while a contract is linted. */
export const unusedException: LintRule = {
  id: 'unused-exception',
  severity: 'warn',
  summary: 'Every exception in the configuration still excuses something.',
  why: [
    'An exception that excuses nothing was made for something that has been put right since, or is misspelt. Left there, it would excuse the next mistake without anyone having thought about it.',
  ],
  instead: 'Remove the exception from tidings.config.ts, or correct what it names.',
};
