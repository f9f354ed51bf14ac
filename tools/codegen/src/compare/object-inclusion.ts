import type { JsonValue } from '../model/json-value.js';
import { pathStep } from '../model/path-step.js';
import type { SchemaForm } from '../model/schema-form.js';
import { mayBeAbsent } from '../validate/absence.js';
import { allOf, type Finding, within, yes } from './inclusion.js';
import { flatMapped, LazyList, mapped, take } from './lazy-list.js';
import type { PartComparison } from './part-comparison.js';
import { type BareForm, wireOptions } from './wire-options.js';

type ObjectForm = Extract<BareForm, { kind: 'object' }>;

/** Objects read as objects. */
export function objectInObject(parts: PartComparison, writer: ObjectForm, reader: ObjectForm): Finding {
  return allOf(propertyFindings(parts, writer, reader));
}

function* propertyFindings(parts: PartComparison, writer: ObjectForm, reader: ObjectForm): Generator<Finding> {
  const known = new Map(writer.properties.map(({ name, schema }) => [name, schema]));
  const named = new Set(reader.properties.map(({ name }) => name));
  for (const { name, schema } of reader.properties) {
    const own = known.get(name);
    if (own !== undefined) yield knownProperty(parts, writer, name, own, schema);
    else yield stranger(parts, writer, name, schema);
  }
  for (const { name, schema } of writer.properties) {
    if (named.has(name) || reader.rest === 'strip' || reader.rest === 'loose') continue;
    if (reader.rest === 'strict') yield unknownProperty(parts, writer, name, schema);
    else {
      yield within(parts.compare(schema, reader.rest), pathStep(name), (value) =>
        objectsWith(parts, writer, name, value),
      );
    }
  }
  if (writer.rest === 'strict' || reader.rest === 'strip' || reader.rest === 'loose') return;
  // What is not known is removed where it is written by this form. It may come all the same, from those who know more than
  // this form; only strict readers mind.
  if (writer.rest === 'strip' && reader.rest !== 'strict') return;
  const rest: SchemaForm = writer.rest === 'loose' || writer.rest === 'strip' ? anyForm : writer.rest;
  const objects = (value: JsonValue): Iterable<JsonValue> =>
    objectsWith(parts, writer, unusedName(named, known), value);
  if (reader.rest !== 'strict') yield within(parts.compare(rest, reader.rest), '{}', objects);
  else if (wireOptions(rest, 'writer', parts.writer).length > 0) {
    const values = new LazyList(() => flatMapped(take(4, parts.samples(rest)), objects));
    yield { verdict: 'no', path: '{}', reason: 'other properties are not accepted', values };
  }
}

/** A property that both know. */
function knownProperty(
  parts: PartComparison,
  object: ObjectForm,
  name: string,
  writer: SchemaForm,
  reader: SchemaForm,
): Finding {
  const step = pathStep(name);
  const mayLack = mayBeAbsent(writer, parts.writer) !== undefined;
  const compared = within(parts.compare(writer, reader), step, (value) => objectsWith(parts, object, name, value));
  if (!mayLack || mayBeAbsent(reader, parts.reader) !== undefined) return compared;
  const values = objectsWith(parts, object, name, undefined);
  return allOf([{ verdict: 'no', path: step, reason: 'it may be missing, and has to be there', values }, compared]);
}

/** A property that only the reader knows. */
function stranger(parts: PartComparison, object: ObjectForm, name: string, reader: SchemaForm): Finding {
  const step = pathStep(name);
  if (mayBeAbsent(reader, parts.reader) === undefined) {
    const values = objectsWith(parts, object, name, undefined);
    return { verdict: 'no', path: step, reason: 'it has to be there, and is not written', values };
  }
  if (object.rest === 'strip' || object.rest === 'strict') return yes;
  if (object.rest !== 'loose') {
    return within(parts.compare(object.rest, reader), step, (value) => objectsWith(parts, object, name, value));
  }
  if (parts.compare(anyForm, reader).verdict === 'yes') return yes;
  // Nobody has said that it is something else; nobody has said that it is not.
  return { verdict: 'unknown', path: step, reason: 'the writer may already send it as something else', values: [] };
}

/** A property that only the writer knows, where the reader is strict. */
function unknownProperty(parts: PartComparison, object: ObjectForm, name: string, schema: SchemaForm): Finding {
  if (wireOptions(schema, 'writer', parts.writer).length === 0) return yes;
  const values = objectsWithSamples(parts, object, name, schema);
  return { verdict: 'no', path: pathStep(name), reason: 'it is not accepted where it is not known', values };
}

/** Objects of the writer's in which a property is this value, or is missing. */
export function objectsWith(
  parts: PartComparison,
  object: ObjectForm,
  name: string,
  value: JsonValue | undefined,
): LazyList<JsonValue> {
  const changed = (sample: JsonValue): JsonValue => {
    const { [name]: _, ...others } = sample as Readonly<Record<string, JsonValue>>;
    return value === undefined ? others : { ...others, [name]: value };
  };
  return new LazyList(() => mapped(take(6, parts.samples(object)), changed));
}

/** Objects of the writer's in which a property is one of the values that it may be. */
export function objectsWithSamples(
  parts: PartComparison,
  object: ObjectForm,
  name: string,
  schema: SchemaForm,
): LazyList<JsonValue> {
  return new LazyList(() => flatMapped(parts.samples(schema), (value) => objectsWith(parts, object, name, value)));
}

/** Anything at all. */
export const anyForm: SchemaForm = { kind: 'unknown' };

/** A name that none of the known ones is. */
function unusedName(named: ReadonlySet<string>, known: ReadonlyMap<string, unknown>): string {
  let name = 'other';
  while (named.has(name) || known.has(name)) name += '_';
  return name;
}
