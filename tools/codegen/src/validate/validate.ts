import type { ShapeModel } from '../model/contract-model.js';
import type { SchemaForm } from '../model/schema-form.js';
import { FormIndex } from './form-index.js';
import { BrokenOff, certainlyFits, fails } from './outcome.js';
import { Validation, type ValueSide } from './validation.js';

/** Whether a value fits a form: yes, no, or that only code of the definition could tell. */
export type Verdict = 'fits' | 'fails' | 'unknown';

/**
 * Holds a value against a form, by the model alone: no zod, no code of the definition. It agrees with what zod says of
 * the schema that the form was read from.
 *
 * @param value Without circles.
 * @param side `wire`: whether the value may travel, as zod's `decode` decides. `data`: whether it is what handlers get and
 *   can be written for the wire, as `encode` decides.
 * @param shapes The shapes of the model that the form is of.
 * @returns `unknown` where a refinement, or a codec of the author's own, has the last word.
 */
export function validate(
  form: SchemaForm,
  value: unknown,
  side: ValueSide,
  shapes: readonly ShapeModel[] = [],
): Verdict {
  return verdictOf(form, value, side, FormIndex.of(shapes));
}

/** The same, with the shapes as an index. */
export function verdictOf(form: SchemaForm, value: unknown, side: ValueSide, forms: FormIndex): Verdict {
  try {
    const outcome = new Validation(side, forms).run(form, value);
    if (certainlyFits(outcome)) return 'fits';
    return fails(outcome) ? 'fails' : 'unknown';
  } catch (error) {
    if (error instanceof BrokenOff) return 'fails';
    throw error;
  }
}
