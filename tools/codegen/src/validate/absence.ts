import type { SchemaForm } from '../model/schema-form.js';
import type { FormIndex } from './form-index.js';

/**
 * Whether a value may be missing when a container is read: not at all, or so that nothing comes of it (`optional`), or
 * so that something takes its place (`defaulted`). As zod decides it (`optin`).
 */
export type Absence = 'optional' | 'defaulted' | undefined;

/** Whether a property or item of this form may be missing on the wire. */
export function mayBeAbsent(form: SchemaForm, forms: FormIndex): Absence {
  return forms.once<Absence>('absence', form, undefined, () => absence(form, forms));
}

/** Whether a property or item of this form may come out missing (`optout` of zod). */
export function mayStayAbsent(form: SchemaForm, forms: FormIndex): boolean {
  return forms.once<boolean>('absence out', form, false, () => absenceOut(form, forms));
}

function absence(form: SchemaForm, forms: FormIndex): Absence {
  switch (form.kind) {
    case 'default':
    case 'prefault':
      return 'defaulted';
    case 'optional':
    case 'catch':
      return mayBeAbsent(form.inner, forms) === 'defaulted' ? 'defaulted' : 'optional';
    case 'nullable':
    case 'readonly':
    case 'lazy':
    case 'brand':
      return mayBeAbsent(form.inner, forms);
    case 'codec':
      return mayBeAbsent(form.wire, forms);
    case 'ref':
      return mayBeAbsent(forms.schemaOf(form.name), forms);
    case 'union': {
      const all = form.options.map((option) => mayBeAbsent(option, forms));
      return all.includes('defaulted') ? 'defaulted' : all.find((one) => one !== undefined);
    }
    default:
      return undefined;
  }
}

function absenceOut(form: SchemaForm, forms: FormIndex): boolean {
  switch (form.kind) {
    case 'optional':
      return true;
    case 'nullable':
    case 'readonly':
    case 'lazy':
    case 'brand':
    case 'catch':
      return mayStayAbsent(form.inner, forms);
    case 'codec':
      return mayStayAbsent(form.data, forms);
    case 'ref':
      return mayStayAbsent(forms.schemaOf(form.name), forms);
    case 'union':
      return form.options.some((option) => mayStayAbsent(option, forms));
    default:
      return false;
  }
}
