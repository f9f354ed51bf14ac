import type { SchemaForm } from '../model/schema-form.js';
import type { ValueCheck } from '../model/value-check.js';
import { certainlyFits, hidden, type Outcome } from './outcome.js';
import { runCheck } from './run-check.js';
import type { Validation } from './validation.js';

/** Everything that is checked of a value once it is of the right type; zod counts formats among it. */
export function allChecks(form: SchemaForm): readonly (ValueCheck | InstanceCheck)[] {
  const { checks = [] } = form;
  if (form.kind === 'instance') return [{ check: 'instance', class: form.class }, ...checks];
  if (!('format' in form) || form.format === undefined) return checks;
  const { format, details } = form;
  return [{ check: 'format', format, ...(details !== undefined && { details }) }, ...checks];
}

/** Whether a value is an instance of a class. Made of the form's kind, no check that an author writes. */
export interface InstanceCheck {
  readonly check: 'instance';
  readonly class: string;
}

/** The outcome after checks: what failed before stays so. */
export function runChecks(
  checks: readonly (ValueCheck | InstanceCheck)[],
  before: Outcome,
  validation: Validation,
): Outcome {
  if (before.far) return before;
  let { fits, value } = before;
  let far = false;
  for (const check of checks) {
    const outcome = value === hidden ? undefined : runCheck(check, value, validation);
    if (outcome === undefined) fits = fits === 'no' ? 'no' : 'unknown';
    else if (certainlyFits(outcome)) value = outcome.value;
    else {
      fits = 'no';
      far ||= outcome.far;
      if (far) break;
    }
  }
  return { ...before, fits, value, far };
}
