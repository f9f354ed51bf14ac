import type { SchemaForm } from '../model/schema-form.js';
import { docOf } from './doc-of.js';
import { mayBeMissing } from './optionality.js';
import { renderType } from './render-type.js';
import { intersection, type PropertyNode, type TypeNode, text } from './type-node.js';
import { type ShapeScope, type Side, typeOf } from './type-of.js';

/** The type of an object form, on one side. */
export function objectType(form: Extract<SchemaForm, { kind: 'object' }>, side: Side, scope: ShapeScope): TypeNode {
  const properties = form.properties.map(
    ({ name, schema }): PropertyNode => ({
      name,
      optional: mayBeMissing(schema, side, scope),
      readonly: false,
      type: typeOf(schema, side, scope),
      doc: docOf(schema, side, scope),
    }),
  );
  const rest = restType(form.rest, side, scope);
  if (rest === undefined) {
    return properties.length === 0
      ? { kind: 'generic', name: 'Record', args: [text('string'), text('never')] }
      : { kind: 'object', properties, index: undefined };
  }
  const index = { type: rest, readonly: false };
  const fits = properties.every(({ type, optional }) => isUnknown(rest) || (!optional && sameType(type, rest)));
  if (fits) return { kind: 'object', properties, index };
  // An index signature must fit every property that stands beside it; once merged it need not.
  const named: TypeNode = { kind: 'object', properties, index: undefined };
  const others: TypeNode = { kind: 'object', properties: [], index };
  return { kind: 'generic', name: 'Merged', args: [intersection([named, others])] };
}

function restType(
  rest: Extract<SchemaForm, { kind: 'object' }>['rest'],
  side: Side,
  scope: ShapeScope,
): TypeNode | undefined {
  if (rest === 'strip' || rest === 'strict') return undefined;
  if (rest === 'loose') return text('unknown');
  return typeOf(rest, side === 'wire' ? 'wire' : 'data', scope);
}

function isUnknown(type: TypeNode): boolean {
  return type.kind === 'text' && (type.text === 'unknown' || type.text === 'any');
}

function sameType(a: TypeNode, b: TypeNode): boolean {
  return renderType(a) === renderType(b);
}
