import type { SchemaForm } from '../model/schema-form.js';
import { wireChildren } from '../model/wire-children.js';
import type { FormIndex } from '../validate/form-index.js';

/** Whether a form takes values as they are: nothing in it makes something else of them. */
export function isPassive(form: SchemaForm, forms: FormIndex): boolean {
  return forms.once<boolean>('passive', form, true, () => {
    // What a part of a circle is, is known only once all of it is.
    const seen = new Set([form]);
    for (const each of seen) {
      if (active.has(each.kind)) return false;
      if (each.kind === 'ref') seen.add(forms.schemaOf(each.name));
      for (const child of wireChildren(each)) seen.add(child.form);
    }
    return true;
  });
}

const active: ReadonlySet<SchemaForm['kind']> = new Set(['codec', 'default', 'prefault', 'catch']);
