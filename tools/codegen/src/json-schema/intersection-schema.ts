import type { SchemaForm } from '../model/schema-form.js';
import type { JsonSchema } from './json-schema.js';
import type { SchemaWriting } from './schema-writing.js';

/**
 * An intersection. Two strict objects refuse what neither of them knows; a strict one beside one that is not refuses
 * nothing, since the other takes it.
 */
export function intersectionSchema(
  form: Extract<SchemaForm, { kind: 'intersection' }>,
  writing: SchemaWriting,
  inside: (form: SchemaForm) => JsonSchema,
): JsonSchema {
  const sides = [form.left, form.right].flatMap((side) => flattened(side, writing));
  const strict = sides.filter(({ target }) => target.kind === 'object' && target.rest === 'strict');
  const allOf = sides.map(({ side, target }) =>
    target.kind === 'object' && target.rest === 'strict' ? inside({ ...target, rest: 'strip' }) : inside(side),
  );
  if (strict.length < sides.length) return { allOf };
  const known = strict.flatMap(({ target }) => (target.kind === 'object' ? target.properties : []));
  const properties = Object.fromEntries(known.map(({ name }) => [name, {}]));
  return { allOf, properties, additionalProperties: false };
}

interface IntersectionSide {
  readonly side: SchemaForm;
  /** What it is, behind names and wrappers that change nothing on the wire. */
  readonly target: SchemaForm;
}

function flattened(side: SchemaForm, writing: SchemaWriting): readonly IntersectionSide[] {
  const target = behind(side, writing);
  return target.kind === 'intersection'
    ? [target.left, target.right].flatMap((inner) => flattened(inner, writing))
    : [{ side, target }];
}

function behind(form: SchemaForm, writing: SchemaWriting): SchemaForm {
  switch (form.kind) {
    case 'readonly':
    case 'brand':
    case 'lazy':
      return behind(form.inner, writing);
    case 'ref':
      return behind(writing.forms.schemaOf(form.name), writing);
    default:
      return form;
  }
}
