import type { JsonValue } from '../model/json-value.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { Doc } from '../text/doc-text.js';
import { renderType } from './render-type.js';
import { type ShapeScope, type Side, typeOf } from './type-of.js';

/** What a schema says of itself, also from inside wrappers such as optional; a shape says it where it is declared. */
export function docOf(form: SchemaForm, side: Side, scope: ShapeScope): Doc {
  const layers = layersOf(form);
  const described = layers.find(({ description, title }) => description !== undefined || title !== undefined);
  const deprecated = layers.find((layer) => layer.deprecated !== undefined)?.deprecated;
  const examples = layers.find((layer) => layer.examples !== undefined)?.examples;
  const defaultValue = side === 'data' ? undefined : defaultOf(layers);
  // These are given as they travel: beside a type that travels as something else they would mislead.
  const apply = (examples !== undefined || defaultValue !== undefined) && travelsAsItIs(form, side, scope);
  return {
    description: described?.description ?? described?.title,
    deprecated,
    ...(apply && { examples, defaultValue }),
  };
}

function layersOf(form: SchemaForm): readonly SchemaForm[] {
  return 'inner' in form ? [form, ...layersOf(form.inner)] : [form];
}

function defaultOf(layers: readonly SchemaForm[]): JsonValue | undefined {
  for (const layer of layers) {
    if (layer.kind !== 'default' && layer.kind !== 'prefault') continue;
    return 'json' in layer.value ? layer.value.json : undefined;
  }
  return undefined;
}

function travelsAsItIs(form: SchemaForm, side: Side, scope: ShapeScope): boolean {
  return side === 'wire' || renderType(typeOf(form, side, scope)) === renderType(typeOf(form, 'wire', scope));
}
