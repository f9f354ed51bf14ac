import type { SchemaForm } from '../model/schema-form.js';
import { failing, fails, Gathering, hidden, type Outcome, undecided } from './outcome.js';
import { isPlainObject, setProperty } from './plain-values.js';
import { possibleValues } from './possible-values.js';
import type { Validation } from './validation.js';

type RecordForm = Extract<SchemaForm, { kind: 'record' }>;

/** Holds a value against a record. */
export function runRecord(form: RecordForm, value: unknown, validation: Validation): Outcome {
  if (!isPlainObject(value)) return failing;
  const listed = possibleValues(form.key, validation.forms);
  return listed === undefined || form.partial
    ? runKeys(form, value, listed !== undefined, validation)
    : runListed(form, value, listed, validation);
}

/** Every key that is listed has to be there, and no other. */
function runListed(
  form: RecordForm,
  object: Readonly<Record<PropertyKey, unknown>>,
  listed: ReadonlySet<unknown>,
  validation: Validation,
): Outcome {
  const gathering = new Gathering();
  const strangers = new Set<string>();
  const output: Record<PropertyKey, unknown> = {};
  const known = new Set<string>();
  for (const key of listed) {
    if (typeof key !== 'string' && typeof key !== 'number') continue;
    known.add(String(key));
    if (key === '__proto__') continue;
    const keyOutcome = validation.run(form.key, key);
    if (fails(keyOutcome)) strangers.add(String(key));
    else runEntry(form, key, object[key], keyOutcome, output, gathering, validation);
  }
  for (const key in object) {
    if (known.has(key)) continue;
    if (form.loose !== true) strangers.add(key);
    else if (key !== '__proto__') setProperty(output, key, object[key]);
  }
  return { ...gathering.result(output, strangers) };
}

/** The keys that are there have to fit. */
function runKeys(
  form: RecordForm,
  object: Readonly<Record<PropertyKey, unknown>>,
  isListed: boolean,
  validation: Validation,
): Outcome {
  const gathering = new Gathering();
  const strangers = new Set<string>();
  let isFar = false;
  const output: Record<PropertyKey, unknown> = {};
  for (const key of Reflect.ownKeys(object)) {
    if (key === '__proto__' || !Object.prototype.propertyIsEnumerable.call(object, key)) continue;
    const keyOutcome = runKey(form.key, key, validation);
    if (!fails(keyOutcome)) runEntry(form, key, object[key], keyOutcome, output, gathering, validation);
    else if (form.loose === true) setProperty(output, key, object[key]);
    else {
      strangers.add(String(key));
      isFar ||= !isListed;
    }
  }
  const result = gathering.result(output, strangers);
  return { ...result, far: result.far || isFar };
}

/** A key is text; where that does not fit, it may be meant as a number. */
function runKey(form: SchemaForm, key: string | symbol, validation: Validation): Outcome {
  const asText = validation.run(form, key);
  if (!fails(asText) || typeof key !== 'string' || !/^-?\d+(?:\.\d+)?$/.test(key)) return asText;
  const asNumber = validation.run(form, Number(key));
  return fails(asNumber) ? asText : asNumber;
}

function runEntry(
  form: RecordForm,
  key: PropertyKey,
  value: unknown,
  keyOutcome: Outcome,
  output: Record<PropertyKey, unknown>,
  gathering: Gathering,
  validation: Validation,
): void {
  if (keyOutcome.value === '__proto__') return;
  if (keyOutcome.fits === 'unknown' || keyOutcome.value === hidden) {
    gathering.add(undecided);
    setProperty(output, key, hidden);
    return;
  }
  const outcome = validation.run(form.value, value);
  gathering.add(outcome);
  setProperty(output, keyOutcome.value as PropertyKey, outcome.value);
}
