import type { SchemaForm } from '../model/schema-form.js';
import type { Side } from './inclusion.js';

/** A form whose shapes have other names, so that they can stand beside those of another model. */
export function withShapesNamed({ form, shapes }: Side, rename: (name: string) => string): Side {
  return {
    form: renamed(form, rename),
    shapes: shapes.map(({ name, schema }) => ({ name: rename(name), schema: renamed(schema, rename) })),
  };
}

function renamed(form: SchemaForm, rename: (name: string) => string): SchemaForm {
  return mapped(form, rename) as SchemaForm;
}

function mapped(part: unknown, rename: (name: string) => string): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((each) => mapped(each, rename));
  const entries = Object.entries(part).map(([name, value]) => {
    if (data.has(name)) return [name, value];
    const isReference = name === 'name' && 'kind' in part && part.kind === 'ref';
    return [name, isReference ? rename(String(value)) : mapped(value, rename)];
  });
  return Object.fromEntries(entries);
}

/** What stands under these names is what some event may be, and no form. */
const data: ReadonlySet<string> = new Set(['json', 'examples', 'values']);
