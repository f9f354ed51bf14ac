import { type ChangeKindPage, changeKinds } from '@tidings/codegen/evolution';
import { type LintRule, lintRules } from '@tidings/codegen/lint';
import { CliError } from '../cli-error.js';
import { unknownName } from '../config/unknown-name.js';

/** A kind of change, and its page. */
export type ExplainedKind = ChangeKindPage & { readonly id: string };

/** What there is to be explained. */
export type Explained = { readonly rule: LintRule } | { readonly kind: ExplainedKind };

/**
 * The rule or the kind of change of an id.
 *
 * @throws CliError naming the nearest, if there is none.
 */
export function findExplained(id: string): Explained {
  const rule = lintRules.find((candidate) => candidate.id === id);
  if (rule !== undefined) return { rule };
  const name = id.toUpperCase();
  const kind = Object.entries(changeKinds).find(([candidate]) => candidate === name);
  if (kind !== undefined) return { kind: { id: kind[0], ...kind[1] } };
  const known = [...lintRules.map((candidate) => candidate.id), ...Object.keys(changeKinds)];
  throw new CliError(unknownName('rule', id, known));
}
