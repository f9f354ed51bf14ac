import { pathStep } from './path-step.js';
import type { SchemaForm } from './schema-form.js';

/** A form inside of another one. */
export interface WireChild {
  readonly form: SchemaForm;
  /** What it adds to a path: such as `.name`, or `[]`; nothing where it is the same value. */
  readonly step: string;
  /** The property's name, if it is that of a property. */
  readonly property?: string;
}

/** What is inside of a form on the wire, in its author's order. A shape is not entered. */
export function wireChildren(form: SchemaForm): readonly WireChild[] {
  switch (form.kind) {
    case 'object': {
      const properties = form.properties.map(({ name, schema }) => ({
        form: schema,
        step: pathStep(name),
        property: name,
      }));
      return typeof form.rest === 'string' ? properties : [...properties, { form: form.rest, step: '{}' }];
    }
    case 'record':
    case 'map':
      return [
        { form: form.key, step: '{key}' },
        { form: form.value, step: '{}' },
      ];
    case 'array':
    case 'set':
      return [{ form: form.element, step: '[]' }];
    case 'tuple': {
      const items = form.items.map((item, index) => ({ form: item, step: `[${index}]` }));
      return form.rest === undefined ? items : [...items, { form: form.rest, step: '[]' }];
    }
    case 'union':
      return form.options.map((option, index) => ({ form: option, step: `(${index})` }));
    case 'intersection':
      return [
        { form: form.left, step: '' },
        { form: form.right, step: '' },
      ];
    default: {
      // A template's parts are parts of one string.
      const inner = wrappedForm(form);
      return inner === undefined ? [] : [{ form: inner, step: '' }];
    }
  }
}

/** What a form is wrapped around, on the wire; undefined if it is no wrapper. */
export function wrappedForm(form: SchemaForm): SchemaForm | undefined {
  switch (form.kind) {
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'readonly':
    case 'lazy':
    case 'default':
    case 'prefault':
    case 'catch':
    case 'brand':
      return form.inner;
    case 'codec':
      return form.wire;
    default:
      return undefined;
  }
}
