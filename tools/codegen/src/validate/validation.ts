import type { SchemaForm } from '../model/schema-form.js';
import type { FormIndex } from './form-index.js';
import { failing, fitting, hidden, type Outcome, undecided } from './outcome.js';
import { allChecks, runChecks } from './run-checks.js';
import { runKind } from './run-kind.js';

/** What travels, or what handlers get. */
export type ValueSide = 'wire' | 'data';

/** Holds values against forms, on one side. */
export class Validation {
  readonly side: ValueSide;
  readonly forms: FormIndex;
  readonly #withChecks: boolean;

  constructor(side: ValueSide, forms: FormIndex, withChecks = true) {
    this.side = side;
    this.forms = forms;
    this.#withChecks = withChecks;
  }

  /** The same on the wire side, with checks. */
  get onWire(): Validation {
    return new Validation('wire', this.forms);
  }

  /** The same on the wire side, without checks. */
  get uncheckedOnWire(): Validation {
    return new Validation('wire', this.forms, false);
  }

  /** Holds a value against a form. */
  run(form: SchemaForm, value: unknown): Outcome {
    if (value === hidden) return form.kind === 'never' ? failing : undecided;
    const checks = this.#withChecks ? allChecks(form) : [];
    if (checks.length === 0) return runKind(form, value, this);
    if (this.side === 'wire') return runChecks(checks, runKind(form, value, this), this);
    // On the data side checks see what their author wrote them for: the value before it is encoded. First of all it
    // must be of the right type.
    const typed = runKind(form, value, new Validation('data', this.forms, false));
    if (typed.far) return typed;
    const checked = runChecks(checks, fitting(value), this);
    const encoded = runKind(form, checked.value, this);
    const all = [typed, checked, encoded];
    const fits = all.some((one) => one.fits === 'no')
      ? 'no'
      : all.every((one) => one.fits === 'yes')
        ? 'yes'
        : 'unknown';
    return { ...encoded, fits, far: encoded.far || checked.far };
  }
}
