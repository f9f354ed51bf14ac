import type { SchemaForm } from '../model/schema-form.js';
import type { ValueCheck } from '../model/value-check.js';
import { shapeName } from './shape-names.js';

type Kind<K extends SchemaForm['kind']> = Extract<SchemaForm, { readonly kind: K }>;

/** How many items a tuple has. */
export function arity({ items, rest }: Kind<'tuple'>): string {
  return `${items.length}${rest === undefined ? '' : ' or more'}`;
}

/** What becomes of other properties. */
export function restName(rest: Kind<'object'>['rest']): string {
  return typeof rest === 'string' ? rest : `catchall ${nameOf(rest)}`;
}

/** What people call it. */
export function nameOf(form: SchemaForm): string {
  switch (form.kind) {
    case 'ref':
      return shapeName(form.name);
    case 'brand':
      return form.name;
    case 'literal':
    case 'enum':
    case 'openEnum':
      return form.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'array':
      return `${nameOf(form.element)}[]`;
    case 'string':
    case 'number':
      return form.format ?? form.kind;
    case 'union':
      return form.options.map(nameOf).join(' | ');
    case 'nullable':
      return `${nameOf(form.inner)} | null`;
    case 'instance':
      return form.class;
    default:
      return form.kind;
  }
}

/** What there was and what there is, as far as there is something. */
export function said(
  before: string | undefined,
  after: string | undefined,
): { readonly before?: string; readonly after?: string } {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/** What is checked, as people call it; undefined if nothing is. */
export function checksText(checks: readonly ValueCheck[]): string | undefined {
  if (checks.length === 0) return undefined;
  return checks
    .map((check) => ('value' in check ? `${check.check} ${JSON.stringify(check.value)}` : check.check))
    .join(', ');
}
