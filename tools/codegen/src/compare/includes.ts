import type { JsonValue } from '../model/json-value.js';
import type { PropertyForm, SchemaForm } from '../model/schema-form.js';
import { mayBeAbsent } from '../validate/absence.js';
import { FormIndex } from '../validate/form-index.js';
import { possibleValues } from '../validate/possible-values.js';
import { type Verdict, verdictOf } from '../validate/validate.js';
import { type Demanding, demandText, lengthAsked, unmetDemand } from './demands.js';
import { allOf, type Finding, type Inclusion, type Side, yes } from './inclusion.js';
import { flat, inTurn, LazyList, take } from './lazy-list.js';
import { arrayInArray, arrayInTuple, tupleInArray, tupleInTuple } from './list-inclusion.js';
import { objectInObject } from './object-inclusion.js';
import { ofTwo } from './of-two.js';
import { PairMap } from './pair-map.js';
import { PairTable } from './pair-table.js';
import type { PartComparison } from './part-comparison.js';
import { isPassive } from './passive.js';
import { objectInRecord, recordInObject, recordInRecord } from './record-inclusion.js';
import { SameForms } from './same-form.js';
import { anything, sampleOption, sampleValues } from './sample-values.js';
import { doubt, undecided } from './undecided.js';
import { type BareForm, type Demand, type WireOption, wireOptions } from './wire-options.js';
import { article, shown } from './words.js';

/**
 * Finds out whether a reader takes everything that a writer may write. Both forms are of the wire side; where a `yes` is given, no
 * value that the writer's form takes, and that has no property which the writer would remove, is refused by the reader's.
 */
export function includes(writer: Side, reader: Side): Inclusion {
  return Comparison.of(FormIndex.of(writer.shapes), FormIndex.of(reader.shapes)).whole(writer.form, reader.form);
}

/** The same of two forms whose shapes are in one index. */
export function formsInclude(writer: SchemaForm, reader: SchemaForm, forms: FormIndex): Inclusion {
  return Comparison.of(forms, forms).whole(writer, reader);
}

type FormOption = Extract<WireOption, { kind: 'form' }>;
type Bare<K extends BareForm['kind']> = Extract<BareForm, { kind: K }>;

/** Compares forms of two models, each pair once. */
class Comparison implements PartComparison {
  static readonly of: (writer: FormIndex, reader: FormIndex) => Comparison = ofTwo(
    (writer, reader) => new Comparison(writer, reader),
  );

  readonly writer: FormIndex;
  readonly reader: FormIndex;
  readonly #same: SameForms;
  readonly #wholes = new PairMap<SchemaForm, Inclusion>();
  /** Where one part was found to be refused, it is, whatever the others come to. */
  readonly #found = new PairTable<SchemaForm, Finding>({ granted: yes, isSure: ({ verdict }) => verdict === 'no' });

  constructor(writer: FormIndex, reader: FormIndex) {
    this.writer = writer;
    this.reader = reader;
    this.#same = SameForms.of(writer, reader);
  }

  whole(writer: SchemaForm, reader: SchemaForm): Inclusion {
    return this.#wholes.once(writer, reader, () => this.#whole(writer, reader));
  }

  #whole(writer: SchemaForm, reader: SchemaForm): Inclusion {
    const found = this.compare(writer, reader);
    if (found.verdict === 'yes') return yes;
    const { path, reason, values } = found;
    const payload = this.#refused(writer, reader, [values, this.samples(writer)]);
    if (payload === undefined) return { verdict: 'unknown', path, reason };
    const shown = reason.startsWith(doubt) ? 'not all that is written is accepted' : reason;
    return { verdict: 'no', path, reason: shown, payload };
  }

  compare(writer: SchemaForm, reader: SchemaForm): Finding {
    if (this.#same.areSame(writer, reader)) return yes;
    return this.#found.find(writer, reader, () => allOf(this.#findings(writer, reader)));
  }

  samples(form: SchemaForm): LazyList<JsonValue> {
    return sampleValues(form, this.writer);
  }

  /** For each thing that the writer may write. */
  *#findings(writer: SchemaForm, reader: SchemaForm): Generator<Finding> {
    const options = wireOptions(reader, 'reader', this.reader);
    const written = wireOptions(writer, 'writer', this.writer);
    const isApart = options.length > 1 && !options.some((option) => isAnything(option) || isBoth(option));
    for (const option of isApart ? written.flatMap(everyKind) : written) {
      yield option.kind === 'value'
        ? this.#ofValue(option.value, reader)
        : this.#ofOption(option, writer, reader, options);
    }
  }

  #ofValue(value: unknown, reader: SchemaForm): Finding {
    const read = this.#read(reader, value);
    if (read === 'fits') return yes;
    const values = [value as JsonValue];
    return read === 'unknown'
      ? { verdict: 'unknown', path: '', reason: `only code of the reader knows of ${shown(value)}`, values }
      : { verdict: 'no', path: '', reason: `${shown(value)} is not accepted`, values };
  }

  #ofOption(option: FormOption, writer: SchemaForm, reader: SchemaForm, options: readonly WireOption[]): Finding {
    const findings: Finding[] = [];
    for (const each of options) {
      if (each.kind === 'value') continue;
      const found = this.#pair(option, each);
      if (found.verdict === 'yes') return yes;
      findings.push(found);
    }
    // It may be covered by several together.
    const parts = options.length > 1 ? this.#parts(option.form, options) : undefined;
    if (parts !== undefined) {
      return allOf(parts.map((form) => this.#ofOption({ ...option, form }, form, reader, options)));
    }
    const [only, ...others] = findings;
    if (only !== undefined && only.verdict !== 'yes' && others.length === 0) return only;
    const candidates = ofNearest(findings);
    const tried = [candidates, this.samples(option.form), this.samples(writer)];
    const value = this.#refused(writer, reader, tried);
    const reason = `none of what is accepted takes all that is ${article(option.form.kind)}`;
    return value === undefined
      ? { verdict: 'unknown', path: '', reason, values: new LazyList(() => flat(tried)) }
      : { verdict: 'no', path: '', reason, values: [value] };
  }

  /** A form as several, one for each value of a property that tells readers' options apart. */
  #parts(form: BareForm, options: readonly WireOption[]): readonly BareForm[] | undefined {
    if (form.kind !== 'object') return undefined;
    const forms = this.writer;
    const tells = form.properties.find(({ name, schema }) => {
      const count = possibleValues(schema, forms)?.size ?? 0;
      return count > 1 && count <= mostParts && options.some((option) => this.#isTold(option, name));
    });
    if (tells === undefined) return undefined;
    // Each is compared with more than one.
    return forms.once(`parts by ${tells.name}`, form, [], () => this.#partsBy(form, tells));
  }

  /** One for each value that it may be, and one for none, so that none of them can be taken apart by it again. */
  #partsBy(form: Bare<'object'>, tells: PropertyForm): readonly BareForm[] {
    const values = [...(possibleValues(tells.schema, this.writer) ?? [])].filter((value) => value !== undefined);
    const narrowed: SchemaForm[] = values.map((value) => ({
      kind: 'literal',
      values: [value as string | number | boolean | null],
    }));
    if (mayBeAbsent(tells.schema, this.writer) !== undefined) narrowed.push(absent);
    return narrowed.map((schema) => ({
      ...form,
      properties: form.properties.map((each) => (each === tells ? { name: each.name, schema } : each)),
    }));
  }

  #isTold(option: WireOption, name: string): boolean {
    if (option.kind === 'value' || option.form.kind !== 'object') return false;
    const own = option.form.properties.find((each) => each.name === name);
    return own !== undefined && possibleValues(own.schema, this.reader) !== undefined;
  }

  #pair(writer: FormOption, reader: FormOption): Finding {
    return allOf([this.#shape(writer, reader), this.#demands(writer, reader)]);
  }

  /** What is asked of a value beside its shape. */
  #demands(writer: FormOption, reader: FormOption): Finding {
    const unmet = unmetDemand(demanding({ ...writer, demands: this.#given(writer) }), demanding(reader));
    if (unmet === undefined) return yes;
    const reason = `accepted only if ${demandText(unmet)}`;
    // At the edge of what the reader asks for, the writer may go beyond.
    const near = { ...writer, demands: [...reader.demands, ...writer.demands] };
    const values = new LazyList(() => sampleOption(near, this.writer));
    return { verdict: 'unknown', path: '', reason, values };
  }

  /** What is sure of what is written, the length of a tuple too. */
  #given({ form, demands }: FormOption): readonly Demand[] {
    if (form.kind !== 'tuple') return demands;
    const least = form.items.filter((item) => mayBeAbsent(item, this.writer) === undefined).length;
    const most: readonly Demand[] = form.rest === undefined ? [{ check: 'maxLength', value: form.items.length }] : [];
    return [...demands, { check: 'minLength', value: least }, ...most];
  }

  #shape({ form: writer, demands }: FormOption, { form: reader }: FormOption): Finding {
    if (reader.kind === 'unknown' || reader.kind === 'any' || reader.kind === 'json') return yes;
    if (reader.kind === 'intersection') return this.#ofIntersection(writer, reader);
    if (writer.kind === 'unknown' || writer.kind === 'any' || writer.kind === 'json') {
      return { verdict: 'no', path: '', reason: `not everything is ${article(reader.kind)}`, values: anything };
    }
    switch (writer.kind) {
      case 'string':
        if (reader.kind === 'string') return yes;
        break;
      case 'number':
        if (reader.kind === 'number') return yes;
        break;
      case 'template':
        if (reader.kind === 'string') return reader.format === undefined ? yes : undecided(writer, reader);
        if (reader.kind === 'template') return undecided(writer, reader);
        break;
      case 'array':
        if (reader.kind === 'array')
          return arrayInArray(this, writer.element, reader.element, lengthAsked(demands).least);
        if (reader.kind === 'tuple') return arrayInTuple(this, writer.element, reader, lengthAsked(demands));
        break;
      case 'tuple':
        if (reader.kind === 'array') return tupleInArray(this, writer, reader.element);
        if (reader.kind === 'tuple') return tupleInTuple(this, writer, reader);
        break;
      case 'object':
        if (reader.kind === 'object') return objectInObject(this, writer, reader);
        if (reader.kind === 'record') return objectInRecord(this, writer, reader);
        break;
      case 'record':
        if (reader.kind === 'record') return recordInRecord(this, writer, reader);
        if (reader.kind === 'object') return recordInObject(this, writer, reader);
        break;
      case 'intersection':
        return this.#intersectionIn(writer, reader);
      default:
        return undecided(writer, reader);
    }
    if (reader.kind === 'union' || reader.kind === 'template') return undecided(writer, reader);
    return {
      verdict: 'no',
      path: '',
      reason: `${article(writer.kind)} is no ${reader.kind}`,
      values: this.samples(writer),
    };
  }

  /** Whoever reads by both sides has to take it on both; what one refuses as unknown, the other may know. */
  #ofIntersection(writer: BareForm, reader: Bare<'intersection'>): Finding {
    const both = [this.compare(writer, reader.left), this.compare(writer, reader.right)];
    if (both.every(({ verdict }) => verdict === 'yes')) {
      // Two sides that make something of a value must make the same of it.
      return isPassive(reader, this.reader) ? yes : undecided(writer, reader);
    }
    const found = both.find(({ verdict }) => verdict !== 'yes') ?? yes;
    return found.verdict === 'no' ? found : undecided(writer, reader);
  }

  #intersectionIn(writer: Bare<'intersection'>, reader: BareForm): Finding {
    for (const side of [writer.left, writer.right]) {
      if (isPassive(side, this.writer) && this.compare(side, reader).verdict === 'yes') return yes;
    }
    return undecided(writer, reader);
  }

  /** The first of some values that the writer's form takes and the reader's refuses. */
  #refused(writer: SchemaForm, reader: SchemaForm, tried: readonly Iterable<JsonValue>[]): JsonValue | undefined {
    for (const value of flat(tried)) {
      if (this.#read(reader, value) !== 'fails') continue;
      if (verdictOf(writer, value, 'wire', this.writer) === 'fits') return value;
    }
    return undefined;
  }

  #read(reader: SchemaForm, value: unknown): Verdict {
    return verdictOf(reader, value, 'wire', this.reader);
  }
}

/** Values of the option that came furthest, which is the one that was meant, and a few of each other. */
function ofNearest(findings: readonly Finding[]): LazyList<JsonValue> {
  const failed = findings.filter((found) => found.verdict !== 'yes');
  const [nearest, ...others] = failed.toSorted((a, b) => b.path.length - a.path.length);
  return new LazyList(() =>
    flat([nearest?.values ?? [], inTurn(others.map(({ values }) => take(mostOfOthers, values)))]),
  );
}

/** A value at the edge of an option need not be at its first one. */
const mostOfOthers = 12;

const anyForm: SchemaForm = { kind: 'unknown' };

/** Forms that together are all that has parts or a length, or is a number. */
const everyForm: readonly BareForm[] = [
  { kind: 'string' },
  { kind: 'number' },
  { kind: 'array', element: anyForm },
  { kind: 'object', properties: [], rest: 'loose' },
];

function isAnything(option: WireOption): option is FormOption {
  return option.kind === 'form' && ['unknown', 'any', 'json'].includes(option.form.kind);
}

function isBoth(option: WireOption): boolean {
  return option.kind === 'form' && option.form.kind === 'intersection';
}

/** What may be anything, as one of each kind: one of a reader's options may take each. */
function everyKind(option: WireOption): readonly WireOption[] {
  if (!isAnything(option)) return [option];
  const { demands } = option;
  const values = [null, false, true].map((value): WireOption => ({ kind: 'value', value, demands }));
  return [...values, ...everyForm.map((form): WireOption => ({ kind: 'form', form, demands }))];
}

/** What a property is that is not there. */
const absent: SchemaForm = { kind: 'optional', inner: { kind: 'never' }, exact: false };

/** A property that is one of more values is not taken apart. */
const mostParts = 64;

function demanding({ form, demands }: FormOption): Demanding {
  if (form.kind !== 'string' && form.kind !== 'number') return { demands };
  const { format, details } = form;
  return { demands, ...(format !== undefined && { format }), ...(details !== undefined && { details }) };
}
