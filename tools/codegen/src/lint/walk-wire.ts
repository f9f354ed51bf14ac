import type { SchemaForm } from '../model/schema-form.js';
import type { SchemaVisit } from './lint-rule.js';
import { pathStep } from './path-step.js';

/** What is told of each schema: where it is, and the shape that it is in, if it is in one. */
export interface WireStep extends SchemaVisit {
  readonly shape?: string;
}

/** Walks what travels of a payload, in its author's order. A shape is entered if `enter` gives it. */
export function walkWire(
  payload: SchemaForm,
  enter: (shape: string) => SchemaForm | undefined,
  visit: (step: WireStep) => void,
): void {
  const walk = (step: WireStep): void => {
    visit(step);
    const { form, path, shape } = step;
    if (form.kind === 'ref') {
      const inner = enter(form.name);
      if (inner !== undefined) walk({ form: inner, path, shape: form.name });
      return;
    }
    for (const child of childrenOf(form, path)) walk({ ...child, ...(shape !== undefined && { shape }) });
  };
  walk({ form: payload, path: 'payload' });
}

function childrenOf(form: SchemaForm, path: string): readonly SchemaVisit[] {
  switch (form.kind) {
    case 'object': {
      const properties = form.properties.map(({ name, schema }) => ({
        form: schema,
        path: path + pathStep(name),
        property: name,
      }));
      return typeof form.rest === 'string' ? properties : [...properties, { form: form.rest, path: `${path}{}` }];
    }
    case 'record':
    case 'map':
      return [
        { form: form.key, path: `${path}{key}` },
        { form: form.value, path: `${path}{}` },
      ];
    case 'array':
    case 'set':
      return [{ form: form.element, path: `${path}[]` }];
    case 'tuple': {
      const items = form.items.map((item, index) => ({ form: item, path: `${path}[${index}]` }));
      return form.rest === undefined ? items : [...items, { form: form.rest, path: `${path}[]` }];
    }
    case 'union':
      return form.options.map((option, index) => ({ form: option, path: `${path}(${index})` }));
    case 'intersection':
      return [
        { form: form.left, path },
        { form: form.right, path },
      ];
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'readonly':
    case 'lazy':
    case 'default':
    case 'prefault':
    case 'catch':
    case 'brand':
      return [{ form: form.inner, path }];
    case 'codec':
      return [{ form: form.wire, path }];
    default:
      // Nothing inside; a template's parts are parts of one string.
      return [];
  }
}
