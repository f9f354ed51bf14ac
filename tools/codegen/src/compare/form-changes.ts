import { canonicalJson } from '../model/canonical-json.js';
import type { ShapeModel } from '../model/contract-model.js';
import { pathStep } from '../model/path-step.js';
import { isSameJson } from '../model/same-json.js';
import type { PropertyForm, SchemaForm } from '../model/schema-form.js';
import type { ValueCheck } from '../model/value-check.js';
import { FormIndex } from '../validate/form-index.js';
import { literalOf } from '../validate/possible-values.js';
import type { FormChangeKind } from './change-kinds.js';
import { arity, checksText, nameOf, restName, said } from './form-names.js';
import { includes } from './includes.js';
import { type Layers, layersOf, type Presence } from './layers.js';
import { SameForms } from './same-form.js';
import { hidesCode } from './untold.js';

/** One difference between two forms. */
export interface FormChange {
  readonly kind: FormChangeKind;
  /** Where: such as `payload.items[].price`. */
  readonly path: string;
  /** What was there, and what is there now, as people call it. */
  readonly before?: string;
  readonly after?: string;
  /** The difference by itself: forms that differ in nothing else. Absent where values are not concerned. */
  readonly pair?: readonly [before: SchemaForm, after: SchemaForm];
}

/**
 * Lists what is different between two payloads, in the order in which one reads them.
 *
 * @param shapes Those of both: see `together`.
 */
export function formChanges(
  before: SchemaForm,
  after: SchemaForm,
  shapes: readonly ShapeModel[],
): readonly FormChange[] {
  const walk = new FormWalk(shapes);
  walk.forms(before, after, 'payload');
  return walk.changes;
}

type Kind<K extends SchemaForm['kind']> = Extract<SchemaForm, { readonly kind: K }>;
type ObjectForm = Kind<'object'>;

class FormWalk {
  readonly changes: FormChange[] = [];
  readonly #shapes: readonly ShapeModel[];
  readonly #forms: FormIndex;
  readonly #same: SameForms;
  /** Shapes that were compared: what is different in them is told once. */
  readonly #seen = new Set<string>();

  constructor(shapes: readonly ShapeModel[]) {
    this.#shapes = shapes;
    this.#forms = FormIndex.of(shapes);
    this.#same = SameForms.of(this.#forms, this.#forms);
  }

  forms(before: SchemaForm, after: SchemaForm, path: string): void {
    const [old, now] = [layersOf(before, this.#forms), layersOf(after, this.#forms)];
    if (old.shapes.length > 0 && now.shapes.length > 0) {
      const key = JSON.stringify([old.shapes, now.shapes]);
      if (this.#seen.has(key)) return;
      this.#seen.add(key);
    }
    this.#words(old, now, path);
    this.#around(old, now, path);
    this.#cores(old, now, path);
  }

  #add(kind: FormChangeKind, path: string, more: Omit<FormChange, 'kind' | 'path'> = {}): void {
    this.changes.push({ kind, path, ...more });
  }

  /** What is said to people. */
  #words({ facts: old }: Layers, { facts: now }: Layers, path: string): void {
    const differ = (name: keyof Layers['facts']): boolean => !isSameJson(old[name], now[name]);
    if (differ('title')) this.#add('TITLE_CHANGED', path, said(old.title, now.title));
    if (differ('description')) this.#add('DESCRIPTION_CHANGED', path, said(old.description, now.description));
    if (differ('examples')) this.#add('EXAMPLES_CHANGED', path);
    if (differ('deprecated')) this.#add('FIELD_DEPRECATION_CHANGED', path);
  }

  #around(old: Layers, now: Layers, path: string): void {
    const { core } = old;
    const wrapped = (kind: 'nullable' | 'readonly'): SchemaForm => ({ kind, inner: core });
    if (old.nullable !== now.nullable) {
      const pair = [old.nullable ? wrapped('nullable') : core, now.nullable ? wrapped('nullable') : core] as const;
      this.#add(now.nullable ? 'NULLABLE_ADDED' : 'NULLABLE_REMOVED', path, { pair });
    }
    if (old.readonly !== now.readonly) {
      const pair = [old.readonly ? wrapped('readonly') : core, now.readonly ? wrapped('readonly') : core] as const;
      this.#add(now.readonly ? 'READONLY_ADDED' : 'READONLY_REMOVED', path, { pair });
    }
    if (old.brand !== now.brand) {
      const branded = (name: string | undefined): SchemaForm =>
        name === undefined ? core : { kind: 'brand', name, inner: core };
      this.#add('BRAND_CHANGED', path, {
        ...said(old.brand, now.brand),
        pair: [branded(old.brand), branded(now.brand)],
      });
    }
    if (!isSameJson(codecFacts(old), codecFacts(now))) {
      const decoded = ({ codec }: Layers): SchemaForm => (codec === undefined ? core : { ...codec, wire: core });
      this.#add('CODEC_OUTPUT_CHANGED', path, {
        ...said(outputOf(old), outputOf(now)),
        pair: [decoded(old), decoded(now)],
      });
    }
    if (!isSameJson(old.fallback, now.fallback)) {
      const caught = ({ fallback }: Layers): SchemaForm =>
        fallback === undefined ? core : { kind: 'catch', inner: core, value: fallback };
      this.#add('CATCH_CHANGED', path, { pair: [caught(old), caught(now)] });
    }
  }

  #cores(old: Layers, now: Layers, path: string): void {
    const [before, after] = [valuesOf(old.core), valuesOf(now.core)];
    if (before !== undefined && after !== undefined) {
      this.#values(before, after, path, (values) => ({ kind: 'literal', values }));
    } else if (old.core.kind === 'openEnum' && now.core.kind === 'openEnum') {
      this.#values(old.core.values, now.core.values, path, (values) => ({ kind: 'openEnum', values }));
    } else if (old.core.kind === 'union' && now.core.kind === 'union') this.#unions(old.core, now.core, path);
    else if (old.core.kind !== now.core.kind) this.#types(old.core, now.core, path);
    else this.#insides(old.core, now.core, path);
    this.#checks(old, now, path);
  }

  /** Two forms of one kind. */
  #insides(before: SchemaForm, after: SchemaForm, path: string): void {
    if (before.kind === 'object' && after.kind === 'object') this.#objects(before, after, path);
    else if (before.kind === 'array' && after.kind === 'array') this.forms(before.element, after.element, `${path}[]`);
    else if (before.kind === 'record' && after.kind === 'record') {
      this.forms(before.key, after.key, `${path}{key}`);
      this.forms(before.value, after.value, `${path}{}`);
      if (before.partial !== after.partial) this.#types(before, { ...before, partial: after.partial }, path);
    } else if (before.kind === 'tuple' && after.kind === 'tuple') this.#tuples(before, after, path);
    else if (before.kind === 'intersection' && after.kind === 'intersection') {
      this.forms(before.left, after.left, path);
      this.forms(before.right, after.right, path);
    } else if (before.kind === 'template' && !this.#same.areSame(before, after)) {
      this.#add('PATTERN_CHANGED', path, { pair: [before, after] });
    } else if (before.kind === 'number' && after.kind === 'number') {
      if (formatOf(before) !== formatOf(after)) this.#types(before, after, path);
    } else if (before.kind === 'string' && after.kind === 'string' && formatOf(before) !== formatOf(after)) {
      this.#add('FORMAT_CHANGED', path, { ...said(before.format, after.format), pair: [before, after] });
    }
  }

  /** @param form What takes these values. */
  #values<V extends Value>(
    before: readonly V[],
    after: readonly V[],
    path: string,
    form: (values: readonly V[]) => SchemaForm,
  ): void {
    for (const value of after.filter((each) => !before.includes(each))) {
      const pair = [form(before), form([...before, value])] as const;
      this.#add('ENUM_VALUE_ADDED', path, { after: JSON.stringify(value), pair });
    }
    for (const value of before.filter((each) => !after.includes(each))) {
      const pair = [form(before), form(before.filter((each) => each !== value))] as const;
      this.#add('ENUM_VALUE_REMOVED', path, { before: JSON.stringify(value), pair });
    }
  }

  /** Options are matched by what they say, then by what tells them apart, then by their kind. */
  #unions(before: Kind<'union'>, after: Kind<'union'>, path: string): void {
    const [old, now] = [before.options, after.options];
    if (before.discriminator !== after.discriminator) {
      const pair = [before, after] as const;
      this.#add('DISCRIMINATOR_CHANGED', path, { ...said(before.discriminator, after.discriminator), pair });
      return;
    }
    const matched = this.#matched(old, now, after.discriminator);
    const [left, come] = [
      old.filter((_, index) => !matched.has(index)),
      now.filter((_, index) => ![...matched.values()].includes(index)),
    ];
    if (matched.size === 0) {
      this.#types(before, after, path);
      return;
    }
    for (const [index, other] of matched)
      this.forms(old[index] as SchemaForm, now[other] as SchemaForm, `${path}(${other})`);
    const union = (options: readonly SchemaForm[]): SchemaForm => ({ kind: 'union', options });
    for (const option of come) {
      this.#add('UNION_MEMBER_ADDED', path, { after: nameOf(option), pair: [union(old), union([...old, option])] });
    }
    for (const option of left) {
      const others = old.filter((each) => each !== option);
      this.#add('UNION_MEMBER_REMOVED', path, { before: nameOf(option), pair: [union(old), union(others)] });
    }
  }

  #matched(
    old: readonly SchemaForm[],
    now: readonly SchemaForm[],
    discriminator: string | undefined,
  ): Map<number, number> {
    const matched = new Map<number, number>();
    const match = (fits: (one: SchemaForm, other: SchemaForm) => boolean): void => {
      for (const [index, option] of old.entries()) {
        if (matched.has(index)) continue;
        const taken = new Set(matched.values());
        const other = now.findIndex((each, at) => !taken.has(at) && fits(option, each));
        if (other >= 0) matched.set(index, other);
      }
    };
    match((one, other) => this.#same.areSame(one, other));
    const coreOf = (form: SchemaForm): SchemaForm => layersOf(form, this.#forms).core;
    const tag = (form: SchemaForm): string | undefined => {
      const core = coreOf(form);
      const property = core.kind === 'object' ? core.properties.find(({ name }) => name === discriminator) : undefined;
      return property && canonicalJson(coreOf(property.schema));
    };
    if (discriminator !== undefined) match((one, other) => tag(one) !== undefined && tag(one) === tag(other));
    else match((one, other) => coreOf(one).kind === coreOf(other).kind && coreOf(one).kind !== 'literal');
    return matched;
  }

  /** What is of another type: wider, narrower, or another one altogether. */
  #types(before: SchemaForm, after: SchemaForm, path: string): void {
    if (this.#same.areSame(before, after)) return;
    const pair = [before, after] as const;
    const [wider, narrower] = [this.#isWider(pair), this.#isWider([after, before])];
    const kind = wider === narrower ? 'TYPE_CHANGED' : wider ? 'TYPE_WIDENED' : 'TYPE_NARROWED';
    this.#add(kind, path, { before: nameOf(before), after: nameOf(after), pair });
  }

  #tuples(before: Kind<'tuple'>, after: Kind<'tuple'>, path: string): void {
    const count = Math.min(before.items.length, after.items.length);
    for (let index = 0; index < count; index += 1) {
      this.forms(before.items[index] as SchemaForm, after.items[index] as SchemaForm, `${path}[${index}]`);
    }
    if (before.items.length !== after.items.length || (before.rest === undefined) !== (after.rest === undefined)) {
      const items = [...before.items.slice(0, count), ...after.items.slice(count)];
      const pair = [before, { ...after, items }] as const;
      this.#add('TUPLE_ARITY_CHANGED', path, { ...said(arity(before), arity(after)), pair });
    } else if (before.rest !== undefined && after.rest !== undefined) this.forms(before.rest, after.rest, `${path}[]`);
  }

  #objects(before: ObjectForm, after: ObjectForm, path: string): void {
    const known = new Map(before.properties.map((property) => [property.name, property]));
    const left = new Set(after.properties.map(({ name }) => name));
    const gone = before.properties.filter(({ name }) => !left.has(name));
    const come = after.properties.filter(({ name }) => !known.has(name));
    const renamed = this.#renamed(gone, come);
    for (const property of after.properties) {
      const old = known.get(property.name);
      if (old !== undefined) this.#property(old, property, path);
      else if (!renamed.has(property)) this.#lone(property, 'came', before.rest, path);
    }
    for (const [now, old] of renamed) {
      const pair = [objectOf(before.rest, old), objectOf(after.rest, now)] as const;
      this.#add('FIELD_RENAMED', path + pathStep(old.name), { before: old.name, after: now.name, pair });
    }
    for (const property of gone)
      if (![...renamed.values()].includes(property)) this.#lone(property, 'went', before.rest, path);
    this.#rest(before, after, path);
  }

  /** What came with another name, is the same besides, and is called or described in a way that says so; nothing else may be meant. */
  #renamed(gone: readonly PropertyForm[], come: readonly PropertyForm[]): ReadonlyMap<PropertyForm, PropertyForm> {
    const isLike = (old: PropertyForm, now: PropertyForm): boolean =>
      this.#same.areSame(old.schema, now.schema) && isSameName(old, now, this.#forms);
    return new Map(
      come.flatMap((now) => {
        const [old, ...others] = gone.filter((each) => isLike(each, now));
        const isOnly = old !== undefined && come.filter((each) => isLike(old, each)).length === 1;
        return old !== undefined && others.length === 0 && isOnly ? [[now, old] as const] : [];
      }),
    );
  }

  /** A property that only one of two objects has: the later one, if it came. */
  #lone(property: PropertyForm, whether: 'came' | 'went', rest: ObjectForm['rest'], path: string): void {
    const { name, schema } = property;
    const [without, withIt] = [objectOf(rest), objectOf(rest, property)];
    const kind = loneKinds[layersOf(schema, this.#forms).presence.kind][whether];
    const more =
      whether === 'came'
        ? { after: name, pair: [without, withIt] as const }
        : { before: name, pair: [withIt, without] as const };
    this.#add(kind, path + pathStep(name), more);
  }

  #property(old: PropertyForm, now: PropertyForm, path: string): void {
    const at = path + pathStep(old.name);
    const [before, after] = [layersOf(old.schema, this.#forms), layersOf(now.schema, this.#forms)];
    const change = presenceChange(before.presence, after.presence);
    if (change !== undefined) {
      const property = (presence: Presence): SchemaForm =>
        objectOf('strip', { name: old.name, schema: present(before.core, presence) });
      this.#add(change, at, { pair: [property(before.presence), property(after.presence)] });
    }
    this.forms(old.schema, now.schema, at);
  }

  #rest(before: ObjectForm, after: ObjectForm, path: string): void {
    const [old, now] = [before.rest, after.rest];
    if (typeof old !== 'string' && typeof now !== 'string') {
      this.forms(old, now, `${path}{}`);
      return;
    }
    if (old === now) return;
    const kind =
      old === 'strip' && now === 'strict'
        ? 'STRIP_TO_STRICT'
        : old === 'strict' && now === 'strip'
          ? 'STRICT_TO_STRIP'
          : 'OTHER_PROPERTIES_CHANGED';
    // What is not known to the one that is strict shows what it means.
    const pair = [before, { ...before, rest: now }] as const;
    this.#add(kind, path, { ...said(restName(old), restName(now)), pair });
  }

  #checks(old: Layers, now: Layers, path: string): void {
    if (old.core.kind !== now.core.kind) return;
    const { checks: _, ...bare } = old.core;
    const withOnly = (checks: readonly ValueCheck[]): SchemaForm =>
      (checks.length === 0 ? bare : { ...bare, checks }) as SchemaForm;
    for (const [kind, isOf] of checkKinds) {
      const [before, after] = [old.checks.filter(isOf), now.checks.filter(isOf)];
      const differs = kind === 'REFINEMENT_CHANGED' ? !areTold(before, after) : !isSameJson(before, after);
      if (!differs) continue;
      const pair = [withOnly(before), withOnly(after)] as const;
      const more = { ...said(checksText(before), checksText(after)), pair };
      if (kind !== 'BOUND_CHANGED') this.#add(kind, path, more);
      else this.#add(this.#isWider(pair) ? 'BOUND_LOOSENED' : 'BOUND_TIGHTENED', path, more);
    }
  }

  #isWider([before, after]: readonly [SchemaForm, SchemaForm]): boolean {
    return includes({ shapes: this.#shapes, form: before }, { shapes: this.#shapes, form: after }).verdict === 'yes';
  }
}

type Value = string | number | boolean | null;

/** The values of a form that has nothing but those. */
function valuesOf(form: SchemaForm): readonly Value[] | undefined {
  if (form.kind === 'enum') return form.values;
  if (form.kind === 'boolean') return [false, true];
  if (form.kind !== 'literal') return undefined;
  return form.values.map(literalOf).filter((value): value is Value => typeof value !== 'bigint' && value !== undefined);
}

function objectOf(rest: ObjectForm['rest'], ...properties: readonly PropertyForm[]): SchemaForm {
  return { kind: 'object', properties, rest };
}

const loneKinds: Readonly<Record<Presence['kind'], Readonly<Record<'came' | 'went', FormChangeKind>>>> = {
  required: { came: 'FIELD_ADDED_REQUIRED', went: 'FIELD_REMOVED_REQUIRED' },
  optional: { came: 'FIELD_ADDED_OPTIONAL', went: 'FIELD_REMOVED_OPTIONAL' },
  defaulted: { came: 'FIELD_ADDED_DEFAULTED', went: 'FIELD_REMOVED_DEFAULTED' },
};

function present(core: SchemaForm, presence: Presence): SchemaForm {
  if (presence.kind === 'defaulted') return { kind: 'default', inner: core, value: presence.value };
  return presence.kind === 'optional' ? { kind: 'optional', inner: core, exact: false } : core;
}

function presenceChange(before: Presence, after: Presence): FormChangeKind | undefined {
  switch (`${before.kind} to ${after.kind}` as const) {
    case 'required to optional':
      return 'REQUIRED_TO_OPTIONAL';
    case 'required to defaulted':
      return 'REQUIRED_TO_DEFAULTED';
    case 'optional to required':
      return 'OPTIONAL_TO_REQUIRED';
    case 'optional to defaulted':
      return 'OPTIONAL_TO_DEFAULTED';
    case 'defaulted to required':
      return 'DEFAULTED_TO_REQUIRED';
    case 'defaulted to optional':
      return 'DEFAULTED_TO_OPTIONAL';
    case 'defaulted to defaulted':
      return isSameJson(before.value, after.value) ? undefined : 'DEFAULT_VALUE_CHANGED';
    default:
      return undefined;
  }
}

function isSameName(old: PropertyForm, now: PropertyForm, forms: FormIndex): boolean {
  const [one, other] = [plainName(old.name), plainName(now.name)];
  if (one === other || (one.length > 2 && other.includes(one)) || (other.length > 2 && one.includes(other)))
    return true;
  const said = layersOf(old.schema, forms).facts.description;
  return said !== undefined && said === layersOf(now.schema, forms).facts.description;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function codecFacts({ codec }: Layers): unknown {
  return codec === undefined ? undefined : [codec.via, codec.data];
}

function outputOf({ codec }: Layers): string | undefined {
  return codec === undefined ? undefined : nameOf(codec.data);
}

function formatOf({ format, details }: Kind<'string' | 'number' | 'bigint'>): string {
  return canonicalJson([format ?? null, details ?? null]);
}

type CheckKind = 'BOUND_CHANGED' | 'PATTERN_CHANGED' | 'FORMAT_CHANGED' | 'REFINEMENT_CHANGED';

const bounds: readonly string[] = [
  'min',
  'max',
  'multipleOf',
  'minLength',
  'maxLength',
  'length',
  'minSize',
  'maxSize',
  'size',
];
const patterns: readonly string[] = ['pattern', 'includes', 'startsWith', 'endsWith', 'lowercase', 'uppercase'];

/** Bounds one by one: each may have been moved in another direction. */
const checkKinds: readonly (readonly [CheckKind, (check: ValueCheck) => boolean])[] = [
  ...bounds.map((name) => ['BOUND_CHANGED', ({ check }: ValueCheck) => check === name] as const),
  ['PATTERN_CHANGED', ({ check }) => patterns.includes(check)],
  ['FORMAT_CHANGED', ({ check }) => check === 'format'],
  ['REFINEMENT_CHANGED', ({ check }) => check === 'refine' || check === 'property' || check === 'mime'],
];

/** Whether refinements are the same, as far as their texts say: one without a text is the same as nothing. */
function areTold(before: readonly ValueCheck[], after: readonly ValueCheck[]): boolean {
  return ![...before, ...after].some(hidesCode) && isSameJson(before, after);
}
