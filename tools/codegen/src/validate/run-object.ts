import type { SchemaForm } from '../model/schema-form.js';
import { mayBeAbsent, mayStayAbsent } from './absence.js';
import { failing, fails, failsCleanly, Gathering, hidden, type Outcome, undecided } from './outcome.js';
import { isObject, setProperty } from './plain-values.js';
import type { Validation } from './validation.js';

/** Holds a value against an object. */
export function runObject(
  { properties, rest }: Extract<SchemaForm, { kind: 'object' }>,
  value: unknown,
  validation: Validation,
): Outcome {
  if (!isObject(value)) return failing;
  const gathering = new Gathering();
  const output: Record<string, unknown> = {};
  for (const { name, schema } of properties) {
    if (name !== '__proto__') runProperty(name, schema, value, output, gathering, validation);
  }
  const strangers = new Set<string>();
  if (rest === 'strip') return gathering.result(output);
  const known = new Set(properties.map(({ name }) => name));
  // What is inherited counts, as it does for zod.
  for (const name in value) {
    if (known.has(name)) continue;
    if (rest === 'strict') strangers.add(name);
    else if (name === '__proto__') continue;
    else if (rest === 'loose') setProperty(output, name, value[name]);
    else runProperty(name, rest, value, output, gathering, validation);
  }
  return gathering.result(output, strangers);
}

function runProperty(
  name: string,
  schema: SchemaForm,
  object: Readonly<Record<string, unknown>>,
  output: Record<string, unknown>,
  gathering: Gathering,
  validation: Validation,
): void {
  const { forms } = validation;
  const isPresent = name in object;
  const absence = mayBeAbsent(schema, forms);
  const staysAbsent = mayStayAbsent(schema, forms);
  if (!isPresent && staysAbsent && absence === 'optional') return;
  const outcome = validation.run(schema, object[name]);
  if (!isPresent && staysAbsent && absence !== undefined) {
    // What stands in where nothing was given is not blamed for failing.
    if (failsCleanly(outcome)) return;
    gathering.add(fails(outcome) ? undecided : outcome);
    setProperty(output, name, outcome.fits === 'yes' ? outcome.value : hidden);
    return;
  }
  gathering.add(!isPresent && absence === undefined && !fails(outcome) ? failing : outcome);
  if (outcome.value !== undefined || isPresent || absence === 'defaulted') setProperty(output, name, outcome.value);
}
