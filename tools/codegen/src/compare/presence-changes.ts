import { isSameJson } from '../model/same-json.js';
import type { SchemaForm } from '../model/schema-form.js';
import { mayBeAbsent } from '../validate/absence.js';
import type { FormIndex } from '../validate/form-index.js';
import type { FormChangeKind } from './change-kinds.js';
import type { Presence } from './layers.js';

/** What a property is called that only one of two objects has, by whether it has to be there. */
export const loneKinds: Readonly<Record<Presence['kind'], Readonly<Record<'came' | 'went', FormChangeKind>>>> = {
  required: { came: 'FIELD_ADDED_REQUIRED', went: 'FIELD_REMOVED_REQUIRED' },
  optional: { came: 'FIELD_ADDED_OPTIONAL', went: 'FIELD_REMOVED_OPTIONAL' },
  defaulted: { came: 'FIELD_ADDED_DEFAULTED', went: 'FIELD_REMOVED_DEFAULTED' },
};

/** A form with what is said of its presence around it. */
export function present(core: SchemaForm, presence: Presence, forms: FormIndex): SchemaForm {
  if (presence.kind === 'defaulted') return { kind: 'default', inner: core, value: presence.value };
  if (presence.kind === 'optional') return { kind: 'optional', inner: core, exact: false };
  // An option of it may be missing by itself.
  return mayBeAbsent(core, forms) === undefined ? core : { kind: 'nonoptional', inner: core };
}

/** What it is called that a property has to be there and need not, and so on; undefined if nothing of that is different. */
export function presenceChange(before: Presence, after: Presence): FormChangeKind | undefined {
  switch (`${before.kind} to ${after.kind}` as const) {
    case 'required to optional':
      return 'REQUIRED_TO_OPTIONAL';
    case 'required to defaulted':
      return 'REQUIRED_TO_DEFAULTED';
    case 'optional to required':
      return 'OPTIONAL_TO_REQUIRED';
    case 'optional to defaulted':
      return 'OPTIONAL_TO_DEFAULTED';
    case 'defaulted to required':
      return 'DEFAULTED_TO_REQUIRED';
    case 'defaulted to optional':
      return 'DEFAULTED_TO_OPTIONAL';
    case 'defaulted to defaulted':
      return isSameJson(before.value, after.value) ? undefined : 'DEFAULT_VALUE_CHANGED';
    default:
      return undefined;
  }
}
