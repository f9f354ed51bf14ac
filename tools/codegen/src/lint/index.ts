export type { Explanation } from './explanation.js';
export { type LintResult, lintContract, type SourceRemark } from './lint-contract.js';
export type { LintFinding, Severity } from './lint-finding.js';
export type { LintRule } from './lint-rule.js';
export { lintRules } from './lint-rules.js';
export type { LintException, LintSettings } from './lint-settings.js';
export { zodBrandCalls } from './zod-brand-calls.js';
