import { createHash } from 'node:crypto';
import { compareText } from '../model/canonical-json.js';
import type { SchemaForm } from '../model/schema-form.js';

/** A form with its fields in the order of their names, as the lock keeps it. */
export function sortedForm(form: SchemaForm): SchemaForm {
  return sorted(form) as SchemaForm;
}

/** What a form is called by: equal forms that are sorted have equal hashes. */
export function formHash(sortedOne: SchemaForm): string {
  return createHash('sha256').update(JSON.stringify(sortedOne)).digest('hex').slice(0, 20);
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => compareText(a, b)).map(([name, field]) => [name, sorted(field)]),
  );
}
