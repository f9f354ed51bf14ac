import type { SchemaForm } from '../model/schema-form.js';
import type { ShapeScope, Side } from './type-of.js';

/** Whether a property of this schema may be missing, on one side. */
export function mayBeMissing(form: SchemaForm, side: Side, scope: ShapeScope): boolean {
  const inside = (inner: SchemaForm, at = side): boolean => mayBeMissing(inner, at, scope);
  switch (form.kind) {
    case 'optional':
      return true;
    case 'default':
    case 'prefault':
      return side !== 'data';
    case 'nullable':
    case 'readonly':
    case 'catch':
    case 'brand':
      return inside(form.inner);
    case 'lazy':
      return inside(form.inner, side === 'wire' ? 'wire' : 'data');
    case 'codec':
      return inside(side === 'wire' ? form.wire : form.data);
    case 'union':
      return form.options.some((option) => inside(option, side === 'wire' ? 'wire' : 'data'));
    case 'intersection': {
      const at = side === 'wire' ? 'wire' : 'data';
      return inside(form.left, at) && inside(form.right, at);
    }
    case 'ref':
      return inside(scope.schemaOf(form.name));
    default:
      return false;
  }
}
