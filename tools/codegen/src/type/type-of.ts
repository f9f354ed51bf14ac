import { jsonShape, type LiteralValue, type SchemaForm } from '../model/schema-form.js';
import { stringLiteral, templateText } from '../text/string-literal.js';
import { objectType } from './object-type.js';
import { mayBeMissing } from './optionality.js';
import { readonlyType } from './readonly-type.js';
import { recordType } from './record-type.js';
import { intersection, orUndefined, type TypeNode, text, union, withoutUndefined } from './type-node.js';

/** Whose type: what travels, what publishers give, what handlers get. */
export type Side = 'wire' | 'publish' | 'data';

/** The shapes that a form may refer to. */
export interface ShapeScope {
  schemaOf(name: string): SchemaForm;
  /** What the shape's type is called on one side. */
  nameOf(name: string, side: Side): string;
}

/** The TypeScript type of a form, on one side: exactly what zod and `PublishInput` infer, written flat. */
export function typeOf(form: SchemaForm, side: Side, scope: ShapeScope): TypeNode {
  const inside = (inner: SchemaForm, at = side): TypeNode => typeOf(inner, at, scope);
  switch (form.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'unknown':
    case 'any':
    case 'never':
    case 'bigint':
    case 'undefined':
    case 'void':
    case 'symbol':
      return text(form.kind);
    case 'nan':
      return text('number');
    case 'date':
      return text('Date');
    case 'file':
      return text('File');
    case 'json':
      return text(`string | number | boolean | null | ${jsonShape}[] | { [name: string]: ${jsonShape} }`);
    case 'instance':
      return text(form.class);
    case 'literal':
      return union(form.values.map((value) => text(literalText(value))));
    case 'enum':
      return union(form.values.map((value) => text(literalText(value))));
    case 'openEnum':
      return {
        kind: 'generic',
        name: 'OpenEnum',
        args: [union(form.values.map((value) => text(stringLiteral(value))))],
      };
    case 'template':
      return templateType(form.parts, scope);
    case 'object':
      return objectType(form, side, scope);
    case 'record':
      return recordType(form, side, scope);
    case 'array':
      return { kind: 'array', element: inside(form.element), readonly: false };
    case 'set':
      return { kind: 'generic', name: 'Set', args: [inside(form.element)] };
    case 'map':
      return { kind: 'generic', name: 'Map', args: [inside(form.key), inside(form.value)] };
    case 'tuple':
      return tupleType(form, side, scope);
    case 'union':
      return union(form.options.map((option) => inside(option)));
    case 'intersection':
      return intersection([inside(form.left), inside(form.right)]);
    case 'optional':
      return form.exact ? inside(form.inner) : orUndefined(inside(form.inner));
    case 'default':
    case 'prefault':
      if (side !== 'data') return orUndefined(inside(form.inner));
      return form.kind === 'default' ? withoutUndefined(inside(form.inner)) : inside(form.inner);
    case 'nullable':
      return union([inside(form.inner), text('null')]);
    case 'nonoptional':
      return withoutUndefined(inside(form.inner));
    case 'readonly':
      return readonlyOf(form.inner, inside(form.inner), scope);
    case 'catch':
      return inside(form.inner);
    case 'lazy':
      // What publishers may leave out can't be inferred through a lazy schema.
      return inside(form.inner, side === 'wire' ? 'wire' : 'data');
    case 'codec':
      return inside(side === 'wire' ? form.wire : form.data);
    case 'brand':
      return { kind: 'generic', name: 'Branded', args: [inside(form.inner), text(stringLiteral(form.name))] };
    case 'ref':
      return { kind: 'name', name: scope.nameOf(form.name, side) };
  }
}

/** A literal as a type. */
function literalText(value: LiteralValue): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '0' : String(value);
  return 'bigint' in value ? `${value.bigint}n` : 'undefined';
}

function tupleType(form: Extract<SchemaForm, { kind: 'tuple' }>, side: Side, scope: ShapeScope): TypeNode {
  // Only items at the end may be missing.
  const lastRequired = form.items.findLastIndex((item) => !mayBeMissing(item, side, scope));
  const items = form.items.map((item, index) => ({
    type: typeOf(item, side, scope),
    optional: side !== 'publish' && index > lastRequired,
  }));
  return { kind: 'tuple', items, rest: form.rest && typeOf(form.rest, side, scope), readonly: false };
}

function readonlyOf(inner: SchemaForm, type: TypeNode, scope: ShapeScope): TypeNode {
  const target = inner.kind === 'ref' ? scope.schemaOf(inner.name) : inner;
  const isNamed = type.kind === 'name';
  const isPlain =
    target.kind === 'enum' || target.kind === 'openEnum' || target.kind === 'template' || target.kind === 'literal';
  return isNamed && !isPlain ? { kind: 'generic', name: 'Readonly', args: [type] } : readonlyType(type);
}

function templateType(parts: Extract<SchemaForm, { kind: 'template' }>['parts'], scope: ShapeScope): TypeNode {
  const written = parts.map((part) => {
    if ('text' in part) return templateText(part.text);
    const type = typeOf(part, 'data', scope);
    return `\${${type.kind === 'union' ? type.members.map(plainText).join(' | ') : plainText(type)}}`;
  });
  return text(`\`${written.join('')}\``);
}

function plainText(type: TypeNode): string {
  return type.kind === 'text' ? type.text : type.kind === 'name' ? type.name : 'string';
}
