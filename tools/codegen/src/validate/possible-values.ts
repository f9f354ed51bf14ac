import type { LiteralValue, SchemaForm } from '../model/schema-form.js';
import { mayBeAbsent } from './absence.js';
import type { FormIndex } from './form-index.js';

/** A set of values, or undefined where they can't be listed. */
export type ValueSet = ReadonlySet<unknown> | undefined;

/** A literal of the model as the value that it stands for. */
export function literalOf(value: LiteralValue): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return 'bigint' in value ? BigInt(value.bigint) : undefined;
}

/** Every value that a form takes on the wire, where its schema lists them (`values` of zod). */
export function possibleValues(form: SchemaForm, forms: FormIndex): ValueSet {
  return forms.once<ValueSet>('values', form, undefined, () => values(form, forms));
}

function values(form: SchemaForm, forms: FormIndex): ValueSet {
  const inner = (child: SchemaForm, ...more: readonly unknown[]): ValueSet => {
    const found = possibleValues(child, forms);
    return found && new Set([...found, ...more]);
  };
  switch (form.kind) {
    case 'literal':
      return new Set(form.values.map(literalOf));
    case 'enum':
      return new Set(form.values);
    case 'null':
      return new Set([null]);
    case 'undefined':
      return new Set([undefined]);
    case 'optional':
      return form.exact ? inner(form.inner) : inner(form.inner, undefined);
    case 'nullable':
      return inner(form.inner, null);
    case 'nonoptional': {
      const found = possibleValues(form.inner, forms);
      return found && new Set([...found].filter((value) => value !== undefined));
    }
    case 'default':
    case 'prefault':
    case 'catch':
    case 'readonly':
    case 'brand':
      return inner(form.inner);
    case 'codec':
      return inner(form.wire);
    case 'ref':
      return possibleValues(forms.schemaOf(form.name), forms);
    case 'union': {
      const all = form.options.map((option) => possibleValues(option, forms));
      return all.every((one) => one !== undefined) ? new Set(all.flatMap((one) => [...one])) : undefined;
    }
    default:
      return undefined;
  }
}

/** What each property may be, where an object's schema lists it (`propValues` of zod). */
export type PropertyValues = ReadonlyMap<string, ReadonlySet<unknown>>;

/** The listed values of each property of an object, or of the options of a union that a property tells apart. */
export function propertyValues(form: SchemaForm, forms: FormIndex): PropertyValues {
  const none: PropertyValues = new Map();
  return forms.once<PropertyValues>('property values', form, none, () => ofProperties(form, forms));
}

function ofProperties(form: SchemaForm, forms: FormIndex): PropertyValues {
  switch (form.kind) {
    case 'object':
      return new Map(
        form.properties.flatMap(({ name, schema }) => {
          const found = possibleValues(schema, forms);
          if (found === undefined) return [];
          return [[name, mayBeAbsent(schema, forms) === undefined ? found : new Set([...found, undefined])]];
        }),
      );
    case 'union':
      return form.discriminator === undefined ? new Map() : ofOptions(form, form.discriminator, forms);
    case 'readonly':
    case 'lazy':
    case 'brand':
      return propertyValues(form.inner, forms);
    case 'codec':
      return propertyValues(form.wire, forms);
    case 'ref':
      return propertyValues(forms.schemaOf(form.name), forms);
    default:
      return new Map();
  }
}

function ofOptions(
  { options, fallback }: Extract<SchemaForm, { kind: 'union' }>,
  discriminator: string,
  forms: FormIndex,
): PropertyValues {
  const merged = new Map<string, Set<unknown>>();
  let absent = 0;
  for (const option of options) {
    const found = propertyValues(option, forms);
    if (found.get(discriminator)?.has(undefined)) absent += 1;
    for (const [name, listed] of found) merged.set(name, new Set([...(merged.get(name) ?? []), ...listed]));
  }
  // Two options that may both lack the property are not told apart by its absence.
  if (fallback !== true && absent > 1) merged.get(discriminator)?.delete(undefined);
  return merged;
}
