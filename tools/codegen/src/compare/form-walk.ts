import { canonicalJson } from '../model/canonical-json.js';
import type { ShapeModel } from '../model/contract-model.js';
import { pathStep } from '../model/path-step.js';
import { isSameJson } from '../model/same-json.js';
import type { PropertyForm, SchemaForm } from '../model/schema-form.js';
import type { ValueCheck } from '../model/value-check.js';
import { FormIndex } from '../validate/form-index.js';
import { literalOf } from '../validate/possible-values.js';
import type { FormChangeKind } from './change-kinds.js';
import { checkChanges } from './check-changes.js';
import type { FormChange } from './form-change.js';
import { arity, checksText, nameOf, restName, said } from './form-names.js';
import { FormPool } from './form-pool.js';
import { formsInclude } from './includes.js';
import { type Layers, layersAroundShape, layersOf, type Presence } from './layers.js';
import { matchedOptions } from './matched-options.js';
import { loneKinds, presenceChange, present } from './presence-changes.js';
import { renamedProperties } from './renamed-properties.js';
import { SameForms } from './same-form.js';

type Kind<K extends SchemaForm['kind']> = Extract<SchemaForm, { readonly kind: K }>;
type ObjectForm = Kind<'object'>;

/** Two places at which there are shapes. */
export interface ShapeStep {
  readonly path: string;
  /** Which shapes: what is inside of them is different in one way, wherever they are. */
  readonly shapes: string;
  /** Whether all that is different there is so wherever these shapes are. */
  readonly isOfShapes: boolean;
  /** What is different around what is inside of them; before it and after it, as one reads. */
  readonly around: readonly [before: readonly FormChange[], after: readonly FormChange[]];
  readonly inside: () => readonly FormStep[];
}

/** What one comes across on the way through two forms: a difference, or shapes. */
export type FormStep = FormChange | ShapeStep;

/** Goes through forms of two models that are in one. What is inside of shapes is gone through once, wherever they are. */
export class FormWalk {
  static readonly #known = new WeakMap<readonly ShapeModel[], FormWalk>();

  readonly #forms: FormIndex;
  readonly #same: SameForms;
  readonly #pool: FormPool;
  readonly #inside = new Map<string, readonly FormStep[]>();
  #steps: FormStep[] = [];

  constructor(shapes: readonly ShapeModel[]) {
    this.#forms = FormIndex.of(shapes);
    this.#same = SameForms.of(this.#forms, this.#forms);
    this.#pool = FormPool.of(shapes);
  }

  /** The one of a list of shapes: what was gone through is known to all. */
  static of(shapes: readonly ShapeModel[]): FormWalk {
    const found = FormWalk.#known.get(shapes) ?? new FormWalk(shapes);
    FormWalk.#known.set(shapes, found);
    return found;
  }

  /** What is different between two forms, up to their shapes. Paths begin with nothing. */
  steps(before: SchemaForm, after: SchemaForm): readonly FormStep[] {
    return this.#gathered(() => this.#compare(before, after, ''));
  }

  #gathered<Step extends FormStep = FormStep>(walk: () => void): readonly Step[] {
    const outer = this.#steps;
    const own: Step[] = [];
    this.#steps = own as FormStep[];
    walk();
    this.#steps = outer;
    return own;
  }

  #compare(before: SchemaForm, after: SchemaForm, path: string): void {
    if (before === after && this.#same.areSame(before, after)) return;
    const [old, now] = [layersOf(before, this.#forms), layersOf(after, this.#forms)];
    if (old.shapes.length === 0 || now.shapes.length === 0) {
      this.#words(old, now, path);
      this.#around(old, now, path);
      this.#cores(old, now, path);
      this.#checks(old, now, path);
      return;
    }
    const shapes = JSON.stringify([old.shapes, now.shapes]);
    this.#steps.push({
      path,
      shapes,
      isOfShapes: isSameAround(layersAroundShape(before, this.#forms), layersAroundShape(after, this.#forms)),
      around: [
        this.#gathered(() => {
          this.#words(old, now, '');
          this.#around(old, now, '');
        }),
        this.#gathered(() => this.#checks(old, now, '')),
      ],
      inside: () => {
        const found = this.#inside.get(shapes) ?? this.#gathered(() => this.#cores(old, now, ''));
        this.#inside.set(shapes, found);
        return found;
      },
    });
  }

  #add(kind: FormChangeKind, path: string, more: Omit<FormChange, 'kind' | 'path'> = {}): void {
    const pooled = more.pair?.map((form) => this.#pool.earlier(form)) as FormChange['pair'];
    this.#steps.push({ kind, path, ...more, ...(pooled !== undefined && { pair: pooled }) });
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
  }

  /** Two forms of one kind. */
  #insides(before: SchemaForm, after: SchemaForm, path: string): void {
    if (before.kind === 'object' && after.kind === 'object') this.#objects(before, after, path);
    else if (before.kind === 'array' && after.kind === 'array')
      this.#compare(before.element, after.element, `${path}[]`);
    else if (before.kind === 'record' && after.kind === 'record') {
      this.#compare(before.key, after.key, `${path}{key}`);
      this.#compare(before.value, after.value, `${path}{}`);
      if (before.partial !== after.partial) this.#types(before, { ...before, partial: after.partial }, path);
    } else if (before.kind === 'tuple' && after.kind === 'tuple') this.#tuples(before, after, path);
    else if (before.kind === 'intersection' && after.kind === 'intersection') {
      this.#compare(before.left, after.left, path);
      this.#compare(before.right, after.right, path);
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
    const matched = matchedOptions(old, now, after.discriminator, this.#forms, this.#same);
    const kept = new Set(matched.values());
    const [left, come] = [old.filter((_, index) => !matched.has(index)), now.filter((_, index) => !kept.has(index))];
    if (matched.size === 0) {
      this.#types(before, after, path);
      return;
    }
    for (const [index, other] of matched)
      this.#compare(old[index] as SchemaForm, now[other] as SchemaForm, `${path}(${other})`);
    const union = (options: readonly SchemaForm[]): SchemaForm => ({ kind: 'union', options });
    for (const option of come) {
      this.#add('UNION_MEMBER_ADDED', path, { after: nameOf(option), pair: [union(old), union([...old, option])] });
    }
    for (const option of left) {
      const place = old.indexOf(option);
      const others = old.filter((_, index) => index !== place);
      this.#add('UNION_MEMBER_REMOVED', path, { before: nameOf(option), pair: [union(old), union(others)] });
    }
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
      this.#compare(before.items[index] as SchemaForm, after.items[index] as SchemaForm, `${path}[${index}]`);
    }
    if (before.items.length !== after.items.length || (before.rest === undefined) !== (after.rest === undefined)) {
      const items = [...before.items.slice(0, count), ...after.items.slice(count)];
      const pair = [before, { ...after, items }] as const;
      this.#add('TUPLE_ARITY_CHANGED', path, { ...said(arity(before), arity(after)), pair });
    } else if (before.rest !== undefined && after.rest !== undefined)
      this.#compare(before.rest, after.rest, `${path}[]`);
  }

  #objects(before: ObjectForm, after: ObjectForm, path: string): void {
    const known = new Map(before.properties.map((property) => [property.name, property]));
    const left = new Set(after.properties.map(({ name }) => name));
    const gone = before.properties.filter(({ name }) => !left.has(name));
    const come = after.properties.filter(({ name }) => !known.has(name));
    const renamed = renamedProperties(gone, come, this.#forms, this.#same);
    for (const property of after.properties) {
      const old = known.get(property.name);
      if (old !== undefined) this.#property(old, property, path);
      else if (!renamed.has(property)) this.#lone(property, 'came', before.rest, path);
    }
    for (const [now, old] of renamed) {
      const pair = [objectOf(before.rest, old), objectOf(after.rest, now)] as const;
      const more = { before: old.name, after: now.name, pair, names: [old.name, now.name] };
      this.#add('FIELD_RENAMED', path + pathStep(old.name), more);
    }
    for (const property of gone)
      if (![...renamed.values()].includes(property)) this.#lone(property, 'went', before.rest, path);
    this.#rest(before, after, path);
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
    this.#add(kind, path + pathStep(name), { ...more, names: [name] });
  }

  #property(old: PropertyForm, now: PropertyForm, path: string): void {
    const at = path + pathStep(old.name);
    const [before, after] = [layersOf(old.schema, this.#forms), layersOf(now.schema, this.#forms)];
    const change = presenceChange(before.presence, after.presence);
    if (change !== undefined) {
      const property = (presence: Presence): SchemaForm =>
        objectOf('strip', { name: old.name, schema: present(before.core, presence, this.#forms) });
      this.#add(change, at, { pair: [property(before.presence), property(after.presence)], names: [old.name] });
    }
    this.#compare(old.schema, now.schema, at);
  }

  #rest(before: ObjectForm, after: ObjectForm, path: string): void {
    const [old, now] = [before.rest, after.rest];
    if (typeof old !== 'string' && typeof now !== 'string') {
      this.#compare(old, now, `${path}{}`);
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
    const bare = withoutChecks(old.core);
    const withOnly = (checks: readonly ValueCheck[]): SchemaForm => (checks.length === 0 ? bare : { ...bare, checks });
    for (const { kind, before, after } of checkChanges(old.checks, now.checks)) {
      const pair = [withOnly(before), withOnly(after)] as const;
      const more = { ...said(checksText(before), checksText(after)), pair };
      if (kind !== 'BOUND_CHANGED') this.#add(kind, path, more);
      else this.#add(this.#isWider(pair) ? 'BOUND_LOOSENED' : 'BOUND_TIGHTENED', path, more);
    }
  }

  #isWider([before, after]: readonly [SchemaForm, SchemaForm]): boolean {
    return formsInclude(this.#pool.earlier(before), this.#pool.earlier(after), this.#forms).verdict === 'yes';
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

/** Whether nothing is different outside of the shapes. */
function isSameAround(old: Layers, now: Layers): boolean {
  return (
    old.nullable === now.nullable &&
    old.readonly === now.readonly &&
    old.brand === now.brand &&
    isSameJson(old.facts, now.facts) &&
    isSameJson(old.fallback, now.fallback) &&
    isSameJson(codecFacts(old), codecFacts(now)) &&
    checkChanges(old.checks, now.checks).length === 0
  );
}

/** Nor with what is said to people, which makes many of what is one to checks. */
function withoutChecks({ checks, title, description, deprecated, ...bare }: SchemaForm): SchemaForm {
  return bare;
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
