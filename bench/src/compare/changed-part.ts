import type { SchemaForm } from '@tidings/codegen';

/** A part of a model with something else in the place of each form, innermost first. Nothing of the two is the same object. */
export function changedPart<Part>(part: Part, change: (form: SchemaForm) => SchemaForm): Part {
  return changed(part, change) as Part;
}

function changed(part: unknown, change: (form: SchemaForm) => SchemaForm): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((each) => changed(each, change));
  const inner = Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, data.has(name) ? value : changed(value, change)]),
  );
  return 'kind' in inner && !('check' in inner) ? change(inner as SchemaForm) : inner;
}

/** What stands under these names is what some event may be, and no form. */
const data: ReadonlySet<string> = new Set(['json', 'examples', 'values']);
