import type { SchemaForm } from '../model/schema-form.js';
import type { FormIndex } from './form-index.js';
import { certainlyFits, failing, fails, failsCleanly, hidden, type Outcome, undecided } from './outcome.js';
import { isObject } from './plain-values.js';
import { propertyValues } from './possible-values.js';
import type { Validation } from './validation.js';

type UnionForm = Extract<SchemaForm, { kind: 'union' }>;

/** Holds a value against a union. */
export function runUnion(form: UnionForm, value: unknown, validation: Validation): Outcome {
  if (form.discriminator !== undefined) return runDiscriminated(form, form.discriminator, value, validation);
  const [only, ...others] = form.options;
  if (only === undefined) return failing;
  if (others.length === 0) return validation.run(only, value);
  if (form.exclusive === true) return runExclusive(form, value, validation);
  return runOptions(form, value, validation);
}

/** The first option that fits. */
function runOptions({ options }: UnionForm, value: unknown, validation: Validation): Outcome {
  const outcomes: Outcome[] = [];
  for (const option of options) {
    const outcome = validation.run(option, value);
    // If one before another may fit, or throw, it is no use to know of the others.
    if (!failsCleanly(outcome)) return certainlyFits(outcome) ? outcome : undecided;
    outcomes.push(outcome);
  }
  const [nearest, ...others] = outcomes.filter(({ far }) => !far);
  return nearest !== undefined && others.length === 0 ? nearest : failing;
}

/** Exactly one option fits. */
function runExclusive({ options }: UnionForm, value: unknown, validation: Validation): Outcome {
  const possible = options.map((option) => validation.run(option, value)).filter((outcome) => !failsCleanly(outcome));
  const [first, ...others] = possible;
  if (first === undefined || possible.filter(certainlyFits).length > 1) return failing;
  return others.length === 0 && !fails(first) ? first : undecided;
}

/** The option that claims the value of the discriminator. */
function runDiscriminated(form: UnionForm, discriminator: string, value: unknown, validation: Validation): Outcome {
  if (!isObject(value)) return failing;
  const { side, forms } = validation;
  const tag = value[discriminator];
  if (tag === hidden) return undecided;
  const option = forms.once('claims', form, undefined, () => claims(form, discriminator, forms))?.get(tag);
  if (option !== undefined && (tag !== undefined || side === 'wire')) return validation.run(option, value);
  // What handlers have may be tagged otherwise than what travels.
  return form.fallback === true || side === 'data' ? runOptions(form, value, validation) : failing;
}

/** Which option claims which value; a value (`undefined`) that several claim belongs to none. */
function claims({ options }: UnionForm, discriminator: string, forms: FormIndex): ReadonlyMap<unknown, SchemaForm> {
  const claimed = new Map<unknown, SchemaForm>();
  const twice = new Set<unknown>();
  for (const option of options) {
    for (const tag of propertyValues(option, forms).get(discriminator) ?? []) {
      if (claimed.has(tag)) twice.add(tag);
      claimed.set(tag, option);
    }
  }
  for (const tag of twice) claimed.delete(tag);
  return claimed;
}
