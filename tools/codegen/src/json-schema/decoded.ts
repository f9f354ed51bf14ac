import type { SchemaForm } from '../model/schema-form.js';
import type { FormIndex } from '../validate/form-index.js';

/** Whether readers make another value of what travels, so that checks of it see something else. */
export function isDecoded(form: SchemaForm, forms: FormIndex): boolean {
  const inside = (inner: SchemaForm): boolean => isDecoded(inner, forms);
  const find = (): boolean => {
    switch (form.kind) {
      case 'codec':
        return form.via !== 'same' || inside(form.wire) || inside(form.data);
      case 'union':
        return form.options.some(inside);
      case 'intersection':
        return inside(form.left) || inside(form.right);
      case 'ref':
        return inside(forms.schemaOf(form.name));
      case 'optional':
      case 'nonoptional':
      case 'nullable':
      case 'readonly':
      case 'lazy':
      case 'brand':
      case 'default':
      case 'prefault':
      case 'catch':
        return inside(form.inner);
      default:
        return false;
    }
  };
  return forms.once('decoded', form, false, find);
}
