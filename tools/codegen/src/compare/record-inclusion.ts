import type { JsonValue } from '../model/json-value.js';
import { pathStep } from '../model/path-step.js';
import type { SchemaForm } from '../model/schema-form.js';
import { mayBeAbsent } from '../validate/absence.js';
import { verdictOf } from '../validate/validate.js';
import { allOf, type Finding, within, yes } from './inclusion.js';
import { flatMapped, LazyList, mapped, take } from './lazy-list.js';
import { anyForm, objectsWith, objectsWithSamples } from './object-inclusion.js';
import type { PartComparison } from './part-comparison.js';
import { undecided } from './undecided.js';
import type { BareForm } from './wire-options.js';

type ObjectForm = Extract<BareForm, { kind: 'object' }>;
type RecordForm = Extract<BareForm, { kind: 'record' }>;

/** Objects read as records. */
export function objectInRecord(parts: PartComparison, writer: ObjectForm, reader: RecordForm): Finding {
  const rest: SchemaForm | undefined =
    writer.rest === 'loose' ? anyForm : typeof writer.rest === 'string' ? undefined : writer.rest;
  const inside = (name: string, form: SchemaForm, step: string): Finding =>
    within(parts.compare(form, reader.value), step, (value) => objectsWith(parts, writer, name, value));
  return allOf([
    ...writer.properties.map(({ name, schema }) =>
      allOf([keyIn(parts, writer, name, schema, reader.key), inside(name, schema, pathStep(name))]),
    ),
    ...(rest === undefined
      ? []
      : [
          parts.compare(stringForm, reader.key).verdict === 'yes'
            ? inside('other', rest, '{}')
            : undecided(writer, reader),
        ]),
  ]);
}

const stringForm: SchemaForm = { kind: 'string' };

function keyIn(parts: PartComparison, object: ObjectForm, name: string, schema: SchemaForm, key: SchemaForm): Finding {
  if (verdictOf(key, name, 'wire', parts.reader) === 'fits') return yes;
  const values = objectsWithSamples(parts, object, name, schema);
  return { verdict: 'no', path: pathStep(name), reason: 'its name is not accepted as a key', values };
}

/** Records read as records. */
export function recordInRecord(parts: PartComparison, writer: RecordForm, reader: RecordForm): Finding {
  const [keys, values] = [parts.samples(writer.key), parts.samples(writer.value)];
  return allOf([
    within(parts.compare(writer.key, reader.key), '{key}', (key) =>
      mapped(take(4, values), (value) => ({ [String(key)]: value })),
    ),
    within(parts.compare(writer.value, reader.value), '{}', (value) =>
      mapped(take(6, keys), (key) => ({ [String(key)]: value })),
    ),
  ]);
}

/** Records read as objects. */
export function recordInObject(parts: PartComparison, writer: RecordForm, reader: ObjectForm): Finding {
  const findings = reader.properties.map(({ name, schema }): Finding => {
    const step = pathStep(name);
    if (mayBeAbsent(schema, parts.reader) === undefined) {
      return { verdict: 'no', path: step, reason: 'it has to be there, and need not be written', values: [{}] };
    }
    return within(parts.compare(writer.value, schema), step, (value) => [{ [name]: value }]);
  });
  if (reader.rest === 'strip' || reader.rest === 'loose') return allOf(findings);
  const named = (value: JsonValue): Iterable<JsonValue> =>
    mapped(parts.samples(writer.key), (key) => ({ [String(key)]: value }));
  if (reader.rest !== 'strict') {
    return allOf([...findings, within(parts.compare(writer.value, reader.rest), '{}', named)]);
  }
  const values = new LazyList(() => flatMapped(take(4, parts.samples(writer.value)), named));
  return allOf([...findings, { verdict: 'no', path: '{}', reason: 'other properties are not accepted', values }]);
}
