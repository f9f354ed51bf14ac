import type { SchemaForm } from '../model/schema-form.js';
import { failing, Gathering, type Outcome } from './outcome.js';
import type { Validation } from './validation.js';

/** Holds a value against an array. */
export function runArray(element: SchemaForm, value: unknown, validation: Validation): Outcome {
  if (!Array.isArray(value)) return failing;
  const gathering = new Gathering();
  const output = Array.from(value, (item: unknown) => gather(gathering, validation.run(element, item)));
  return gathering.result(output);
}

/** Holds a value against a set. */
export function runSet(element: SchemaForm, value: unknown, validation: Validation): Outcome {
  if (!(value instanceof Set)) return failing;
  const gathering = new Gathering();
  const output = new Set<unknown>();
  for (const item of value) output.add(gather(gathering, validation.run(element, item)));
  return gathering.result(output);
}

/** Holds a value against a map. */
export function runMap(form: Extract<SchemaForm, { kind: 'map' }>, value: unknown, validation: Validation): Outcome {
  if (!(value instanceof Map)) return failing;
  const gathering = new Gathering();
  const output = new Map<unknown, unknown>();
  for (const [key, item] of value) {
    output.set(gather(gathering, validation.run(form.key, key)), gather(gathering, validation.run(form.value, item)));
  }
  return gathering.result(output);
}

function gather(gathering: Gathering, outcome: Outcome): unknown {
  gathering.add(outcome);
  return outcome.value;
}
