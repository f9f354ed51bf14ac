import type { SchemaForm } from '../model/schema-form.js';
import type { ValueCheck } from '../model/value-check.js';
import type { FormIndex } from '../validate/form-index.js';
import { literalOf, possibleValues } from '../validate/possible-values.js';
import { verdictOf } from '../validate/validate.js';
import { layersOf } from './layers.js';
import { isUntold } from './untold.js';

/** A form without what is around it on the wire: names, absence, `null` beside it, other options. */
export type BareForm = Exclude<SchemaForm, { readonly kind: WrappingKind }>;

type WrappingKind =
  | 'literal'
  | 'enum'
  | 'openEnum'
  | 'boolean'
  | 'null'
  | 'undefined'
  | 'never'
  | 'optional'
  | 'nullable'
  | 'nonoptional'
  | 'readonly'
  | 'lazy'
  | 'default'
  | 'prefault'
  | 'catch'
  | 'codec'
  | 'brand'
  | 'ref';

/** One of the things that a form may be on the wire. */
export type WireOption =
  /** This very value. */
  | { readonly kind: 'value'; readonly value: unknown; readonly demands: readonly Demand[] }
  | { readonly kind: 'form'; readonly form: BareForm; readonly demands: readonly Demand[] };

/**
 * What a value must be besides. `opaque`: something that only code decides, told apart by this text; `isUntold` where the text does
 * not say all, so that it equals nothing.
 */
export type Demand = ValueCheck | { readonly check: 'opaque'; readonly facts: string; readonly isUntold: boolean };

/** Who looks at a form: whoever writes it, or whoever reads it. */
export type Role = 'writer' | 'reader';

/**
 * Takes a form apart into what it may be on the wire, one by one.
 *
 * A writer is taken to write all that its own form would read, but for properties that it removes: nobody sends those.
 */
export function wireOptions(form: SchemaForm, role: Role, forms: FormIndex): readonly WireOption[] {
  const find = (): readonly WireOption[] => optionsOf(form, [], role, forms, new Set());
  return forms.once<readonly WireOption[]>(`options of a ${role}`, form, [], find);
}

function optionsOf(
  form: SchemaForm,
  around: readonly Demand[],
  role: Role,
  forms: FormIndex,
  within: ReadonlySet<SchemaForm>,
): readonly WireOption[] {
  // A name for nothing but itself has no values.
  if (within.has(form)) return [];
  const demands: readonly Demand[] = [...(form.checks ?? []), ...around];
  const value = (one: unknown): WireOption => ({ kind: 'value', value: one, demands });
  const inner = (child: SchemaForm, more: readonly Demand[] = demands): readonly WireOption[] =>
    optionsOf(child, more, role, forms, new Set([...within, form]));
  switch (form.kind) {
    case 'never':
    case 'undefined':
      return [];
    case 'null':
      return [value(null)];
    case 'boolean':
      return [value(false), value(true)];
    case 'literal':
      return form.values.map(literalOf).filter(isWritten).map(value);
    case 'enum':
      return form.values.map(value);
    case 'openEnum':
      return [{ kind: 'form', form: { kind: 'string' }, demands }];
    case 'optional':
    case 'nonoptional':
    case 'lazy':
    case 'brand':
    case 'default':
    case 'prefault':
      return inner(form.inner);
    case 'readonly':
      return inner(form.inner, isBytes(form.inner, forms) ? [...demands, frozen] : demands);
    case 'catch':
      // Whoever reads it takes anything. Whoever writes it writes what is inside.
      return role === 'writer' ? inner(form.inner) : [{ kind: 'form', form: { kind: 'unknown' }, demands }];
    case 'nullable':
      return [...inner(form.inner), value(null)];
    case 'ref':
      return inner(forms.schemaOf(form.name));
    case 'codec':
      return inner(form.wire, codecDemands(form, around));
    case 'union':
      // Where exactly one may fit, the others have a say in each.
      if (form.exclusive === true) return [{ kind: 'form', form, demands }];
      return form.options.flatMap((option) => inner(option));
    case 'record':
      return [
        { kind: 'form', form: forms.once('listed', form, undefined, () => listedRecord(form, forms)) ?? form, demands },
      ];
    default:
      return [{ kind: 'form', form, demands }];
  }
}

/** Bytes can't be frozen, unless there are none: who makes them readonly reads hardly any. */
const frozen: Demand = { check: 'opaque', facts: 'frozen', isUntold: true };

function isBytes(form: SchemaForm, forms: FormIndex): boolean {
  const { codec, core } = layersOf(form, forms);
  return codec?.via === 'bytes' || (core.kind === 'union' && core.options.some((option) => isBytes(option, forms)));
}

function isWritten(value: unknown): boolean {
  return typeof value !== 'bigint' && value !== undefined;
}

/** What a codec asks of a value beyond its wire side. */
function codecDemands(
  { via, data, checks = [] }: Extract<SchemaForm, { kind: 'codec' }>,
  around: readonly Demand[],
): readonly Demand[] {
  const demands = [...checks, ...around];
  const isPlain =
    (data.kind === 'date' || data.kind === 'bigint' || data.kind === 'instance') && data.checks === undefined;
  const isKnown = via === 'isoDate' || via === 'bytes' || via === 'bigIntString';
  if (isKnown && isPlain && demands.length === 0) return [];
  const facts = [via, data, demands];
  return [{ check: 'opaque', facts: JSON.stringify(facts), isUntold: isUntold(facts) }];
}

/** A record whose keys are listed is an object. */
function listedRecord(
  form: Extract<SchemaForm, { kind: 'record' }>,
  forms: FormIndex,
): Extract<SchemaForm, { kind: 'object' }> | undefined {
  const keys = form.key.checks === undefined ? possibleValues(form.key, forms) : undefined;
  if (keys === undefined || form.loose === true) return undefined;
  const names = [...keys].filter((key) => typeof key === 'string' || typeof key === 'number').map(String);
  if (names.includes('__proto__')) return undefined;
  // A value that may be undefined need not be there.
  const mayLack = form.partial || verdictOf(form.value, undefined, 'wire', forms) !== 'fails';
  const schema: SchemaForm = mayLack ? { kind: 'optional', inner: form.value, exact: false } : form.value;
  return { kind: 'object', properties: names.map((name) => ({ name, schema })), rest: 'strict' };
}
