import type { ContractModel, ShapeModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { Side } from './inclusion.js';

const mark = 'new ';

/** A contract whose shapes have names of their own, so that they can stand beside those of an older one. */
export function withNewShapes(contract: ContractModel): ContractModel {
  const { channels, shapes } = contract;
  return {
    ...contract,
    channels: channels.map((channel) => mapped(channel) as typeof channel),
    shapes: shapes.map(renamedShape),
  };
}

/** Two payloads, and the shapes of both in one list. */
export function together(
  before: Side,
  after: Side,
): { readonly before: SchemaForm; readonly after: SchemaForm; readonly shapes: readonly ShapeModel[] } {
  const form = mapped(after.form) as SchemaForm;
  return { before: before.form, after: form, shapes: [...before.shapes, ...after.shapes.map(renamedShape)] };
}

/** What people call a shape. */
export function shapeName(name: string): string {
  return name.startsWith(mark) ? name.slice(mark.length) : name;
}

function renamedShape({ name, schema }: ShapeModel): ShapeModel {
  return { name: mark + name, schema: mapped(schema) as SchemaForm };
}

function mapped(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map(mapped);
  const isReference = 'kind' in part && part.kind === 'ref';
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => {
      if (data.has(name)) return [name, value];
      return [name, isReference && name === 'name' ? mark + String(value) : mapped(value)];
    }),
  );
}

/** What stands under these names is what some event may be, and no form. */
const data: ReadonlySet<string> = new Set(['json', 'examples', 'values']);
