import { type LintRule, lintRules } from '@tidings/codegen/lint';
import { CliError } from '../cli-error.js';
import { unknownName } from '../config/unknown-name.js';

/**
 * The rule of an id.
 *
 * @throws CliError naming the nearest, if there is none.
 */
export function findRule(id: string): LintRule {
  const rule = lintRules.find((candidate) => candidate.id === id);
  if (rule !== undefined) return rule;
  const known = lintRules.map((candidate) => candidate.id);
  throw new CliError(unknownName('rule', id, known));
}
