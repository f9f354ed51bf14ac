import type { SchemaForm } from '../model/schema-form.js';

/** One of some forms. What takes nothing is left out, and `null` stands beside the rest. */
export function unionForm(options: readonly SchemaForm[]): SchemaForm {
  const all = options.flatMap(flattened).filter(({ kind }) => kind !== 'never');
  const anything = all.find((form) => form.kind === 'unknown' && form.checks === undefined);
  if (anything !== undefined) return anything;
  const others = distinct(all.filter((form) => !isNull(form)));
  const hasNull = others.length < all.length && all.some(isNull);
  const [only] = others;
  if (only === undefined) return hasNull ? { kind: 'null' } : { kind: 'never' };
  const inner: SchemaForm = others.length === 1 ? only : { kind: 'union', options: others };
  return hasNull ? { kind: 'nullable', inner } : inner;
}

/** Exactly one of some forms. */
export function exclusiveForm(options: readonly SchemaForm[]): SchemaForm {
  const all = options.filter(({ kind }) => kind !== 'never');
  const [only] = all;
  if (only === undefined) return { kind: 'never' };
  return all.length === 1 ? only : { kind: 'union', options: all, exclusive: true };
}

/** What is nothing but a union is taken apart. */
function flattened(form: SchemaForm): readonly SchemaForm[] {
  const { title, description, deprecated, examples, checks } = form;
  if ([title, description, deprecated, examples, checks].some((fact) => fact !== undefined)) return [form];
  if (form.kind === 'nullable') return [...flattened(form.inner), { kind: 'null' }];
  return form.kind === 'union' && form.exclusive === undefined ? form.options.flatMap(flattened) : [form];
}

function isNull(form: SchemaForm): boolean {
  return form.kind === 'null' && form.checks === undefined;
}

function distinct(forms: readonly SchemaForm[]): readonly SchemaForm[] {
  return forms.length < 2 ? forms : [...new Map(forms.map((form) => [JSON.stringify(form), form])).values()];
}
