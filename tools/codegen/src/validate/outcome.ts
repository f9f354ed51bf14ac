/** What stands for a value that only the author's code could tell. */
export const hidden: unique symbol = Symbol('hidden');

/** What came of holding a value against a form. */
export interface Outcome {
  /** Whether it fits; strangers aside. */
  readonly fits: 'yes' | 'no' | 'unknown';
  /** What comes out on the other side; `hidden` where only the author's code knows. */
  readonly value: unknown;
  /**
   * Keys that the form refuses. They make it fail, unless it is one side of an intersection whose other side knows
   * them.
   */
  readonly strangers?: ReadonlySet<string>;
  /** For what fails: whether it is so far off that a union does not consider it as the one that was meant. */
  readonly far: boolean;
  /** Whether code of the author's took part that may throw, which would break off the whole whatever else fits. */
  readonly mayBreak?: true;
}

/** It fits, and this comes out. */
export function fitting(value: unknown): Outcome {
  return { fits: 'yes', value, far: false };
}

/** Only the author's code knows. */
export const undecided: Outcome = { fits: 'unknown', value: hidden, far: false, mayBreak: true };

/** It does not fit. */
export const failing: Outcome = { fits: 'no', value: undefined, far: true };

/** It does not fit, though it is of the right type. */
export const nearlyFitting: Outcome = { fits: 'no', value: undefined, far: false };

/**
 * Thrown where zod throws, which no union, default or catch around it mends: a codec that can't take a value, sides of an
 * intersection that contradict each other, bytes that can't be frozen.
 */
export class BrokenOff extends Error {
  override readonly name: string = 'BrokenOff';
}

/** Whether it certainly fails, strangers counted in. */
export function fails({ fits, strangers }: Outcome): boolean {
  return fits === 'no' || strangers !== undefined;
}

/** Whether it certainly fails, and did not break off on the way. */
export function failsCleanly(outcome: Outcome): boolean {
  return fails(outcome) && outcome.mayBreak !== true;
}

/** Whether it certainly fits. */
export function certainlyFits({ fits, strangers }: Outcome): boolean {
  return fits === 'yes' && strangers === undefined;
}

/** The outcome of a container, from those of what it holds. Strangers inside are strangers for good. */
export class Gathering {
  #fits: Outcome['fits'] = 'yes';
  #far = false;
  #mayBreak = false;

  /** Adds the outcome of a part. */
  add(part: Outcome): void {
    this.#mayBreak ||= part.mayBreak === true;
    if (fails(part)) {
      this.#fits = 'no';
      this.#far ||= part.far;
    } else if (part.fits === 'unknown' && this.#fits === 'yes') this.#fits = 'unknown';
  }

  /** The outcome, if this is what comes out. */
  result(value: unknown, strangers: ReadonlySet<string> = new Set()): Outcome {
    const more = { ...(strangers.size > 0 && { strangers }), ...(this.#mayBreak && { mayBreak: true as const }) };
    return { fits: this.#fits, value, far: this.#far, ...more };
  }
}
