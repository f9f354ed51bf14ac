import type { PatternForm } from '../model/value-check.js';

/**
 * A `pattern` as a regular expression: read as Unicode, as validators do; where it is none then, as one without. Undefined if
 * it is none at all.
 */
export function regExpOfPattern(source: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(source, flags);
    } catch {
      // The other way, or none.
    }
  }
  return undefined;
}

/** A pattern as the model has it. The flag is left out where it makes no difference: definitions have none, mostly. */
export function patternForm(source: string): PatternForm {
  const flags = regExpOfPattern(source)?.flags ?? '';
  return flags === '' || isSameWithout(source) ? { source } : { source, flags };
}

/** Whether a pattern is of plain ASCII, and has nothing in it that half of a character could be. */
function isSameWithout(source: string): boolean {
  return /^(?:[ -Z\]^_`a-~]|\\[dwsbtnrfv.\-+*?()[\]{}|^$/\\]|\[(?!\^))*$/.test(source) && !/(?<!\\)\./.test(source);
}
