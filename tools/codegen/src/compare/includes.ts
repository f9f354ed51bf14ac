import type { JsonValue } from '../model/json-value.js';
import { pathStep } from '../model/path-step.js';
import type { SchemaForm } from '../model/schema-form.js';
import { wireChildren } from '../model/wire-children.js';
import { mayBeAbsent } from '../validate/absence.js';
import { FormIndex } from '../validate/form-index.js';
import { possibleValues } from '../validate/possible-values.js';
import { type Verdict, verdictOf } from '../validate/validate.js';
import { type Demanding, demandText, lengthAsked, unmetDemand } from './demands.js';
import { allOf, type Finding, type Inclusion, inTurn, type Side, within, yes } from './inclusion.js';
import { SameForms } from './same-form.js';
import { anything, sampleOption, sampleValues } from './sample-values.js';
import { type BareForm, type Demand, type WireOption, wireOptions } from './wire-options.js';
import { article, shown } from './words.js';

/**
 * Finds out whether a reader takes everything that a writer may write. Both forms are of the wire side; where a `yes` is given, no
 * value that the writer's form takes, and that has no property which the writer would remove, is refused by the reader's.
 */
export function includes(writer: Side, reader: Side): Inclusion {
  return new Comparison(writer, reader).whole();
}

type FormOption = Extract<WireOption, { kind: 'form' }>;
type Bare<K extends BareForm['kind']> = Extract<BareForm, { kind: K }>;

class Comparison {
  readonly #writer: Side & { readonly forms: FormIndex };
  readonly #reader: Side & { readonly forms: FormIndex };
  readonly #same: SameForms;
  /** Pairs that are being compared, outermost first. */
  readonly #open: (readonly [SchemaForm, SchemaForm])[] = [];
  readonly #found = new Map<SchemaForm, Map<SchemaForm, Finding>>();
  /** How far out lies what the comparison at hand has taken for granted. */
  #outermost = Number.POSITIVE_INFINITY;

  constructor(writer: Side, reader: Side) {
    this.#writer = { ...writer, forms: FormIndex.of(writer.shapes) };
    this.#reader = { ...reader, forms: FormIndex.of(reader.shapes) };
    this.#same = SameForms.of(this.#writer.forms, this.#reader.forms);
  }

  whole(): Inclusion {
    const { form } = this.#writer;
    const found = this.#compare(form, this.#reader.form);
    if (found.verdict === 'yes') return found;
    const payload = this.#refused(form, this.#reader.form, [
      ...found.values,
      ...sampleValues(form, this.#writer.forms),
    ]);
    const { path, reason } = found;
    return payload === undefined ? { verdict: 'unknown', path, reason } : { verdict: 'no', path, reason, payload };
  }

  /** Whether one form includes another. Within itself, a pair is taken for granted. */
  #compare(writer: SchemaForm, reader: SchemaForm): Finding {
    const known = this.#found.get(writer)?.get(reader);
    if (known !== undefined) return known;
    if (this.#same.areSame(writer, reader)) return yes;
    const depth = this.#open.findIndex(([one, other]) => one === writer && other === reader);
    if (depth >= 0) {
      this.#outermost = Math.min(this.#outermost, depth);
      return yes;
    }
    const own = this.#open.length;
    const before = this.#outermost;
    this.#outermost = Number.POSITIVE_INFINITY;
    this.#open.push([writer, reader]);
    const found = allOf(this.#findings(writer, reader));
    this.#open.pop();
    // What rests on a pair further out holds only if that one does.
    if (this.#outermost >= own) this.#keep(writer, reader, found);
    this.#outermost = Math.min(before, this.#outermost >= own ? Number.POSITIVE_INFINITY : this.#outermost);
    return found;
  }

  #keep(writer: SchemaForm, reader: SchemaForm, found: Finding): void {
    const own = this.#found.get(writer) ?? new Map<SchemaForm, Finding>();
    this.#found.set(writer, own.set(reader, found));
  }

  /** For each thing that the writer may write. */
  *#findings(writer: SchemaForm, reader: SchemaForm): Generator<Finding> {
    const options = wireOptions(reader, 'reader', this.#reader.forms);
    const written = wireOptions(writer, 'writer', this.#writer.forms);
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
    const samples = [...sampleValues(option.form, this.#writer.forms), ...sampleValues(writer, this.#writer.forms)];
    const value = this.#refused(writer, reader, [...candidates, ...samples]);
    const reason = `none of what is accepted takes all that is ${article(option.form.kind)}`;
    return value === undefined
      ? { verdict: 'unknown', path: '', reason, values: [...candidates, ...samples] }
      : { verdict: 'no', path: '', reason, values: [value] };
  }

  /** A form as several, one for each value of a property that tells readers' options apart. */
  #parts(form: BareForm, options: readonly WireOption[]): readonly BareForm[] | undefined {
    if (form.kind !== 'object') return undefined;
    const forms = this.#writer.forms;
    const tells = form.properties.find(({ name, schema }) => {
      const count = possibleValues(schema, forms)?.size ?? 0;
      return count > 1 && count <= mostParts && options.some((option) => this.#isTold(option, name));
    });
    if (tells === undefined) return undefined;
    const absent = mayBeAbsent(tells.schema, forms) === undefined ? [] : [undefined];
    return [...new Set([...(possibleValues(tells.schema, forms) ?? []), ...absent])].map((value) => {
      const schema: SchemaForm =
        value === undefined
          ? { kind: 'optional', inner: { kind: 'never' }, exact: false }
          : { kind: 'literal', values: [value as string | number | boolean | null] };
      return {
        ...form,
        properties: form.properties.map((each) => (each === tells ? { name: each.name, schema } : each)),
      };
    });
  }

  #isTold(option: WireOption, name: string): boolean {
    if (option.kind === 'value' || option.form.kind !== 'object') return false;
    const own = option.form.properties.find((each) => each.name === name);
    return own !== undefined && possibleValues(own.schema, this.#reader.forms) !== undefined;
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
    const near = sampleOption({ ...writer, demands: [...reader.demands, ...writer.demands] }, this.#writer.forms);
    return { verdict: 'unknown', path: '', reason, values: near };
  }

  /** What is sure of what is written, the length of a tuple too. */
  #given({ form, demands }: FormOption): readonly Demand[] {
    if (form.kind !== 'tuple') return demands;
    const least = form.items.filter((item) => mayBeAbsent(item, this.#writer.forms) === undefined).length;
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
        if (reader.kind === 'array') return this.#element(writer.element, reader.element, lengthAsked(demands).least);
        if (reader.kind === 'tuple') return this.#arrayInTuple(writer.element, reader, demands);
        break;
      case 'tuple':
        if (reader.kind === 'array') return this.#tupleInArray(writer, reader.element);
        if (reader.kind === 'tuple') return this.#tupleInTuple(writer, reader);
        break;
      case 'object':
        if (reader.kind === 'object') return this.#objectInObject(writer, reader);
        if (reader.kind === 'record') return this.#objectInRecord(writer, reader);
        break;
      case 'record':
        if (reader.kind === 'record') return this.#recordInRecord(writer, reader);
        if (reader.kind === 'object') return this.#recordInObject(writer, reader);
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
      values: sampleValues(writer, this.#writer.forms),
    };
  }

  #element(writer: SchemaForm, reader: SchemaForm, least: number): Finding {
    const length = Math.min(Math.max(least, 1), longestList);
    return within(this.#compare(writer, reader), '[]', (value) => [Array.from({ length }, () => value)]);
  }

  #arrayInTuple(element: SchemaForm, { items, rest }: Bare<'tuple'>, demands: readonly Demand[]): Finding {
    const { least, most } = lengthAsked(demands);
    const needed = items.filter((item) => mayBeAbsent(item, this.#reader.forms) === undefined).length;
    const lists = (
      length: number,
      value = sampleValues(element, this.#writer.forms)[0] ?? null,
    ): readonly JsonValue[] => (length > longestList ? [] : [Array.from({ length }, () => value)]);
    const at = (form: SchemaForm, index: number): Finding =>
      within(this.#compare(element, form), `[${index}]`, (value) => lists(Math.max(least, index + 1), value));
    const findings = items.slice(0, Math.min(most, items.length)).map(at);
    if (least < needed) {
      const reason = `only ${least} of ${needed} items need be there`;
      findings.unshift({ verdict: 'no', path: `[${least}]`, reason, values: lists(least) });
    }
    if (most <= items.length) return allOf(findings);
    if (rest !== undefined) return allOf([...findings, at(rest, items.length)]);
    const reason = `there may be more than ${items.length} items`;
    const values = lists(Math.max(least, items.length + 1));
    return allOf([...findings, { verdict: 'no', path: `[${items.length}]`, reason, values }]);
  }

  #tupleInArray({ items, rest }: Bare<'tuple'>, element: SchemaForm): Finding {
    return allOf([
      ...items.map((item, index) => this.#item(item, element, items, index)),
      ...(rest === undefined ? [] : [this.#item(rest, element, items, items.length)]),
    ]);
  }

  #tupleInTuple(writer: Bare<'tuple'>, reader: Bare<'tuple'>): Finding {
    const { items, rest } = writer;
    const needed = reader.items.filter((item) => mayBeAbsent(item, this.#reader.forms) === undefined).length;
    const given = items.filter((item) => mayBeAbsent(item, this.#writer.forms) === undefined).length;
    const findings = items.map((item, index): Finding => {
      const other = reader.items[index] ?? reader.rest;
      return other === undefined ? this.#tooMany(items, index, item) : this.#item(item, other, items, index);
    });
    if (given < needed) findings.unshift(this.#tooFew(items, given, needed));
    if (rest === undefined) return allOf(findings);
    const beyond = reader.items.slice(items.length).map((item) => this.#item(rest, item, items, items.length));
    const more =
      reader.rest === undefined
        ? this.#tooMany(items, Math.max(items.length, reader.items.length), rest)
        : this.#item(rest, reader.rest, items, items.length);
    return allOf([...findings, ...beyond, more]);
  }

  #item(writer: SchemaForm, reader: SchemaForm, items: readonly SchemaForm[], index: number): Finding {
    return within(this.#compare(writer, reader), `[${index}]`, (value) => {
      const all = items.map((item) => sampleValues(item, this.#writer.forms)[0] ?? null);
      all[index] = value;
      return [all];
    });
  }

  #tooFew(items: readonly SchemaForm[], given: number, needed: number): Finding {
    const values = items.slice(0, given).map((item) => sampleValues(item, this.#writer.forms)[0] ?? null);
    return {
      verdict: 'no',
      path: `[${given}]`,
      reason: `only ${given} of ${needed} items need be there`,
      values: [values],
    };
  }

  #tooMany(items: readonly SchemaForm[], count: number, extra: SchemaForm): Finding {
    const full = items.map((item) => sampleValues(item, this.#writer.forms)[0] ?? null);
    const more = sampleValues(extra, this.#writer.forms)[0] ?? null;
    const value = Array.from({ length: count + 1 }, (_, index) => full[index] ?? more);
    return { verdict: 'no', path: `[${count}]`, reason: `there may be more than ${count} items`, values: [value] };
  }

  #objectInObject(writer: Bare<'object'>, reader: Bare<'object'>): Finding {
    return allOf(this.#properties(writer, reader));
  }

  *#properties(writer: Bare<'object'>, reader: Bare<'object'>): Generator<Finding> {
    const known = new Map(writer.properties.map(({ name, schema }) => [name, schema]));
    const named = new Set(reader.properties.map(({ name }) => name));
    for (const { name, schema } of reader.properties) {
      const own = known.get(name);
      if (own !== undefined) yield this.#property(writer, name, own, schema);
      else yield this.#stranger(writer, name, schema);
    }
    for (const { name, schema } of writer.properties) {
      if (named.has(name) || reader.rest === 'strip' || reader.rest === 'loose') continue;
      if (reader.rest === 'strict') yield this.#unknownProperty(writer, name, schema);
      else
        yield within(this.#compare(schema, reader.rest), pathStep(name), (value) =>
          this.#objectsWith(writer, name, value),
        );
    }
    if (writer.rest === 'strict' || reader.rest === 'strip' || reader.rest === 'loose') return;
    // What is not known is removed where it is written by this form. It may come all the same, from those who know more than
    // this form; only strict readers mind.
    if (writer.rest === 'strip' && reader.rest !== 'strict') return;
    const rest: SchemaForm = writer.rest === 'loose' || writer.rest === 'strip' ? anyForm : writer.rest;
    const values = (value: JsonValue): readonly JsonValue[] =>
      this.#objectsWith(writer, unusedName(named, known), value);
    if (reader.rest === 'strict') {
      const samples = sampleValues(rest, this.#writer.forms).slice(0, 4);
      if (wireOptions(rest, 'writer', this.#writer.forms).length === 0) return;
      yield { verdict: 'no', path: '{}', reason: 'other properties are not accepted', values: samples.flatMap(values) };
    } else yield within(this.#compare(rest, reader.rest), '{}', values);
  }

  /** A property that both know. */
  #property(object: Bare<'object'>, name: string, writer: SchemaForm, reader: SchemaForm): Finding {
    const step = pathStep(name);
    const mayLack = mayBeAbsent(writer, this.#writer.forms) !== undefined;
    const compared = within(this.#compare(writer, reader), step, (value) => this.#objectsWith(object, name, value));
    if (!mayLack || mayBeAbsent(reader, this.#reader.forms) !== undefined) return compared;
    const values = this.#objectsWith(object, name, undefined);
    return allOf([{ verdict: 'no', path: step, reason: 'it may be missing, and has to be there', values }, compared]);
  }

  /** A property that only the reader knows. */
  #stranger(object: Bare<'object'>, name: string, reader: SchemaForm): Finding {
    const step = pathStep(name);
    if (mayBeAbsent(reader, this.#reader.forms) === undefined) {
      const values = this.#objectsWith(object, name, undefined);
      return { verdict: 'no', path: step, reason: 'it has to be there, and is not written', values };
    }
    if (object.rest === 'strip' || object.rest === 'strict') return yes;
    if (object.rest !== 'loose') {
      return within(this.#compare(object.rest, reader), step, (value) => this.#objectsWith(object, name, value));
    }
    if (this.#compare(anyForm, reader).verdict === 'yes') return yes;
    // Nobody has said that it is something else; nobody has said that it is not.
    return { verdict: 'unknown', path: step, reason: 'the writer may already send it as something else', values: [] };
  }

  #unknownProperty(object: Bare<'object'>, name: string, schema: SchemaForm): Finding {
    if (wireOptions(schema, 'writer', this.#writer.forms).length === 0) return yes;
    const values = sampleValues(schema, this.#writer.forms).flatMap((value) => this.#objectsWith(object, name, value));
    return { verdict: 'no', path: pathStep(name), reason: 'it is not accepted where it is not known', values };
  }

  /** Objects of the writer's in which a property is this value, or is missing. */
  #objectsWith(object: Bare<'object'>, name: string, value: JsonValue | undefined): readonly JsonValue[] {
    return sampleValues(object, this.#writer.forms)
      .slice(0, 6)
      .map((sample) => {
        const { [name]: _, ...others } = sample as Readonly<Record<string, JsonValue>>;
        return value === undefined ? others : { ...others, [name]: value };
      });
  }

  #objectInRecord(writer: Bare<'object'>, reader: Bare<'record'>): Finding {
    const rest: SchemaForm | undefined =
      writer.rest === 'loose' ? anyForm : typeof writer.rest === 'string' ? undefined : writer.rest;
    return allOf([
      ...writer.properties.map(({ name, schema }) =>
        allOf([
          this.#keyIn(writer, name, schema, reader.key),
          within(this.#compare(schema, reader.value), pathStep(name), (value) =>
            this.#objectsWith(writer, name, value),
          ),
        ]),
      ),
      ...(rest === undefined
        ? []
        : [
            this.#compare({ kind: 'string' }, reader.key).verdict === 'yes'
              ? within(this.#compare(rest, reader.value), '{}', (value) => this.#objectsWith(writer, 'other', value))
              : undecided(writer, reader),
          ]),
    ]);
  }

  #keyIn(object: Bare<'object'>, name: string, schema: SchemaForm, key: SchemaForm): Finding {
    if (this.#read(key, name) === 'fits') return yes;
    const values = sampleValues(schema, this.#writer.forms).flatMap((value) => this.#objectsWith(object, name, value));
    return { verdict: 'no', path: pathStep(name), reason: 'its name is not accepted as a key', values };
  }

  #recordInRecord(writer: Bare<'record'>, reader: Bare<'record'>): Finding {
    const keys = sampleValues(writer.key, this.#writer.forms);
    const values = sampleValues(writer.value, this.#writer.forms);
    return allOf([
      within(this.#compare(writer.key, reader.key), '{key}', (key) =>
        values.slice(0, 4).map((value) => ({ [String(key)]: value })),
      ),
      within(this.#compare(writer.value, reader.value), '{}', (value) =>
        keys.slice(0, 6).map((key) => ({ [String(key)]: value })),
      ),
    ]);
  }

  #recordInObject(writer: Bare<'record'>, reader: Bare<'object'>): Finding {
    const findings = reader.properties.map(({ name, schema }): Finding => {
      const step = pathStep(name);
      if (mayBeAbsent(schema, this.#reader.forms) === undefined) {
        return { verdict: 'no', path: step, reason: 'it has to be there, and need not be written', values: [{}] };
      }
      return within(this.#compare(writer.value, schema), step, (value) => [{ [name]: value }]);
    });
    if (reader.rest === 'strip' || reader.rest === 'loose') return allOf(findings);
    const named = (value: JsonValue): readonly JsonValue[] =>
      sampleValues(writer.key, this.#writer.forms).map((key) => ({ [String(key)]: value }));
    const rest: Finding =
      reader.rest === 'strict'
        ? {
            verdict: 'no',
            path: '{}',
            reason: 'other properties are not accepted',
            values: sampleValues(writer.value, this.#writer.forms).slice(0, 4).flatMap(named),
          }
        : within(this.#compare(writer.value, reader.rest), '{}', named);
    return allOf([...findings, rest]);
  }

  /** Whoever reads by both sides has to take it on both; what one refuses as unknown, the other may know. */
  #ofIntersection(writer: BareForm, reader: Bare<'intersection'>): Finding {
    const both = [this.#compare(writer, reader.left), this.#compare(writer, reader.right)];
    if (both.every(({ verdict }) => verdict === 'yes')) {
      // Two sides that make something of a value must make the same of it.
      return isPassive(reader, this.#reader.forms) ? yes : undecided(writer, reader);
    }
    const found = both.find(({ verdict }) => verdict !== 'yes') ?? yes;
    return found.verdict === 'no' ? found : undecided(writer, reader);
  }

  #intersectionIn(writer: Bare<'intersection'>, reader: BareForm): Finding {
    for (const side of [writer.left, writer.right]) {
      if (isPassive(side, this.#writer.forms) && this.#compare(side, reader).verdict === 'yes') return yes;
    }
    return undecided(writer, reader);
  }

  /** The first of some values that the writer's form takes and the reader's refuses. */
  #refused(writer: SchemaForm, reader: SchemaForm, values: readonly JsonValue[]): JsonValue | undefined {
    return values.find(
      (value) =>
        this.#read(reader, value) === 'fails' && verdictOf(writer, value, 'wire', this.#writer.forms) === 'fits',
    );
  }

  #read(reader: SchemaForm, value: unknown): Verdict {
    return verdictOf(reader, value, 'wire', this.#reader.forms);
  }
}

/** Values of the option that came furthest, which is the one that was meant, and a few of each other. */
function ofNearest(findings: readonly Finding[]): readonly JsonValue[] {
  const failed = findings.filter((found) => found.verdict !== 'yes');
  const [nearest, ...others] = failed.toSorted((a, b) => b.path.length - a.path.length);
  return [...(nearest?.values ?? []), ...inTurn(others.map(({ values }) => values.slice(0, mostOfOthers)))];
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

/** A list that has to be longer is not made for trying. */
const longestList = 10_000;

/** A property that is one of more values is not taken apart. */
const mostParts = 64;

function undecided(writer: BareForm, reader: BareForm): Finding {
  return {
    verdict: 'unknown',
    path: '',
    reason: `whether ${article(writer.kind)} is always this ${reader.kind} can't be told`,
    values: [],
  };
}

function demanding({ form, demands }: FormOption): Demanding {
  if (form.kind !== 'string' && form.kind !== 'number') return { demands };
  const { format, details } = form;
  return { demands, ...(format !== undefined && { format }), ...(details !== undefined && { details }) };
}

/** Whether a form takes values as they are: nothing in it makes something else of them. */
function isPassive(form: SchemaForm, forms: FormIndex): boolean {
  return forms.once<boolean>('passive', form, true, () => {
    if (['codec', 'default', 'prefault', 'catch'].includes(form.kind)) return false;
    const children = form.kind === 'ref' ? [forms.schemaOf(form.name)] : wireChildren(form).map((child) => child.form);
    return children.every((child) => isPassive(child, forms));
  });
}

/** A name that none of the known ones is. */
function unusedName(named: ReadonlySet<string>, known: ReadonlyMap<string, unknown>): string {
  let name = 'other';
  while (named.has(name) || known.has(name)) name += '_';
  return name;
}
