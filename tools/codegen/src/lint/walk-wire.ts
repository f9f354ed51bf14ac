import type { SchemaForm } from '../model/schema-form.js';
import { wireChildren } from '../model/wire-children.js';
import type { SchemaVisit } from './lint-rule.js';

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
    for (const { step: more, ...child } of wireChildren(form)) {
      walk({ ...child, path: path + more, ...(shape !== undefined && { shape }) });
    }
  };
  walk({ form: payload, path: 'payload' });
}
