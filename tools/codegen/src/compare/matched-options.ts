import { canonicalJson } from '../model/canonical-json.js';
import type { SchemaForm } from '../model/schema-form.js';
import type { FormIndex } from '../validate/form-index.js';
import { layersOf } from './layers.js';
import type { SameForms } from './same-form.js';

/**
 * Which options of a union have become which: those that say the same, then those that the same value of the discriminator tells, or
 * those of the same kind if there is none. Gives the places in one list and in the other.
 */
export function matchedOptions(
  old: readonly SchemaForm[],
  now: readonly SchemaForm[],
  discriminator: string | undefined,
  forms: FormIndex,
  same: SameForms,
): ReadonlyMap<number, number> {
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  const match = (fits: (index: number, other: number) => boolean): void => {
    for (const index of old.keys()) {
      if (matched.has(index)) continue;
      const other = now.findIndex((_, at) => !taken.has(at) && fits(index, at));
      if (other < 0) continue;
      matched.set(index, other);
      taken.add(other);
    }
  };
  match((index, other) => same.areSame(old[index] as SchemaForm, now[other] as SchemaForm));
  const mark = (option: SchemaForm): string | undefined =>
    discriminator === undefined ? kindOf(option, forms) : tagOf(option, discriminator, forms);
  const [marks, others] = [old.map(mark), now.map(mark)];
  match((index, other) => marks[index] !== undefined && marks[index] === others[other]);
  return matched;
}

/** What a literal is told by is its value, not its kind. */
function kindOf(option: SchemaForm, forms: FormIndex): string | undefined {
  const { kind } = layersOf(option, forms).core;
  return kind === 'literal' ? undefined : kind;
}

function tagOf(option: SchemaForm, discriminator: string, forms: FormIndex): string | undefined {
  const { core } = layersOf(option, forms);
  const property = core.kind === 'object' ? core.properties.find(({ name }) => name === discriminator) : undefined;
  return property && canonicalJson(layersOf(property.schema, forms).core);
}
