import type { SchemaForm } from '../model/schema-form.js';
import { child, type SchemaNode } from './schema-node.js';

/** What names of properties have to be, all schemas at once; undefined if any name will do. */
export function keyForm(
  own: readonly SchemaNode[],
  read: (nodes: readonly SchemaNode[]) => SchemaForm,
): SchemaForm | undefined {
  const schemas = own.flatMap((node) => child(node, 'propertyNames') ?? []);
  if (schemas.length === 0) return undefined;
  const form = read([...schemas, text]);
  const { kind, checks } = form;
  return kind === 'string' && form.format === undefined && checks === undefined ? undefined : form;
}

/** Names are text. */
const text: SchemaNode = { schema: { type: 'string' }, pointer: '~text' };

/** The names that a form lists, where it does. */
export function keysListed(form: SchemaForm): readonly string[] | undefined {
  if (form.checks !== undefined) return undefined;
  switch (form.kind) {
    case 'never':
      return [];
    case 'enum':
    case 'literal':
      return form.values.map(String);
    case 'union': {
      const all = form.options.map(keysListed);
      return form.exclusive === undefined && all.every((one) => one !== undefined) ? all.flat() : undefined;
    }
    default:
      return undefined;
  }
}
