import type { LiteralValue, SchemaForm } from '../model/schema-form.js';
import { capitalized } from '../names/identifier-case.js';
import type { Doc } from '../text/doc-text.js';
import { stringLiteral } from '../text/string-literal.js';

/** A longer name says less than the type itself. */
const longestName = 60;

/** One option of a discriminated union. */
export interface UnionVariant {
  readonly schema: SchemaForm;
  /** What tells it apart, such as `Opened`; undefined if no name can be made of that. */
  readonly suffix: string | undefined;
  /** What tells it apart, in words that follow the name of the union. */
  readonly note: string;
}

/** The options of a discriminated union of objects, each with what it can be called; undefined for any other schema. */
export function unionVariants(schema: SchemaForm): readonly UnionVariant[] | undefined {
  if (schema.kind !== 'union' || schema.discriminator === undefined || schema.options.length < 2) return undefined;
  const { discriminator, options } = schema;
  const values = options.map((option) => discriminatorValues(option, discriminator));
  const suffixes = values.map((each) => each.map((value) => capitalized(String(value))).join('Or'));
  return options.map((option, index) => ({
    schema: option,
    suffix: usable(suffixes[index] ?? '', suffixes),
    note: `whose \`${discriminator}\` is ${(values[index] ?? []).map(valueText).join(' or ')}.`,
  }));
}

/** Of several that would have the same name none has it: which one did would depend on their order. */
function usable(suffix: string, all: readonly string[]): string | undefined {
  if (suffix === '' || suffix.length > longestName) return undefined;
  return all.filter((other) => other === suffix).length === 1 ? suffix : undefined;
}

/** What a variant's type says of itself: its own words, and what tells it apart. */
export function variantDoc({ schema, note }: UnionVariant, union: string, deprecated: Doc['deprecated']): Doc {
  return { description: schema.description, note, noteOn: union, deprecated: schema.deprecated ?? deprecated };
}

/** The values of the discriminator in one option; none if that is not an object that lists them. */
function discriminatorValues(option: SchemaForm, discriminator: string): readonly (string | number | boolean | null)[] {
  if (option.kind !== 'object') return [];
  const schema = option.properties.find(({ name }) => name === discriminator)?.schema;
  if (schema === undefined || (schema.kind !== 'literal' && schema.kind !== 'enum')) return [];
  const values: readonly LiteralValue[] = schema.values;
  return values.every(isPlain) ? values : [];
}

function isPlain(value: LiteralValue): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}

function valueText(value: string | number | boolean | null): string {
  return `\`${typeof value === 'string' ? stringLiteral(value) : value}\``;
}
