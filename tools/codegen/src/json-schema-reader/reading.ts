import type { SchemaForm } from '../model/schema-form.js';
import type { ValueCheck } from '../model/value-check.js';
import { distinctChecks } from './checks.js';
import type { Conjunction, Conjunctions } from './conjunction.js';
import type { SchemaDocument } from './schema-document.js';
import type { SchemaNode } from './schema-node.js';

/** What making a form of a schema needs to know of the others. */
export interface Reading {
  readonly document: SchemaDocument;
  readonly conjunctions: Conjunctions;
  /** The form of what has to fit some schemas at once. */
  readonly read: (nodes: readonly SchemaNode[]) => SchemaForm;
  /** The form of schemas that were taken apart. */
  readonly build: (conjunction: Conjunction) => SchemaForm;
}

/** A form with more checks. */
export function withChecks(form: SchemaForm, checks: readonly ValueCheck[]): SchemaForm {
  if (checks.length === 0 || form.kind === 'never') return form;
  return { ...form, checks: distinctChecks([...(form.checks ?? []), ...checks]) };
}
