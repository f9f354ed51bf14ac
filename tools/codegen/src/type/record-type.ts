import type { SchemaForm } from '../model/schema-form.js';
import { mayBeMissing } from './optionality.js';
import type { TypeNode } from './type-node.js';
import { type ShapeScope, type Side, typeOf } from './type-of.js';

/** The type of a record form, on one side. Written out, since a type may contain itself so, but not through `Record`. */
export function recordType(form: Extract<SchemaForm, { kind: 'record' }>, side: Side, scope: ShapeScope): TypeNode {
  const keys = typeOf(form.key, side === 'wire' ? 'wire' : 'data', scope);
  const value = typeOf(form.value, side, scope);
  const optional = form.partial || (side === 'wire' && mayBeMissing(form.value, 'wire', scope));
  if (keys.kind === 'text' && keys.text === 'string' && !optional) {
    return { kind: 'object', properties: [], index: { type: value, readonly: false } };
  }
  return { kind: 'mapped', keys, value, optional, readonly: false };
}
