import type { PropertyForm } from '../model/schema-form.js';
import type { FormIndex } from '../validate/form-index.js';
import { layersOf } from './layers.js';
import type { SameForms } from './same-form.js';

/**
 * Which properties came in the place of which: they are the same but for their names, and those, or their descriptions, say so; nothing
 * else may be meant.
 */
export function renamedProperties(
  gone: readonly PropertyForm[],
  come: readonly PropertyForm[],
  forms: FormIndex,
  same: SameForms,
): ReadonlyMap<PropertyForm, PropertyForm> {
  const isLike = (old: PropertyForm, now: PropertyForm): boolean =>
    isSameName(old, now, forms) && same.areSame(old.schema, now.schema);
  return new Map(
    come.flatMap((now) => {
      const [old, ...others] = gone.filter((each) => isLike(each, now));
      const isOnly = old !== undefined && come.filter((each) => isLike(old, each)).length === 1;
      return old !== undefined && others.length === 0 && isOnly ? [[now, old] as const] : [];
    }),
  );
}

function isSameName(old: PropertyForm, now: PropertyForm, forms: FormIndex): boolean {
  const [one, other] = [plainName(old.name), plainName(now.name)];
  if (one === other || (one.length > 2 && other.includes(one)) || (other.length > 2 && one.includes(other)))
    return true;
  const said = layersOf(old.schema, forms).facts.description;
  return said !== undefined && said === layersOf(now.schema, forms).facts.description;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
