import type { OpaqueFact } from '../model/value-check.js';
import { functionText } from './function-text.js';

/** A function as a fact of the model: by its text, if it has one that tells it apart. */
export function opaqueFact(fn: (...args: never[]) => unknown): OpaqueFact {
  const code = functionText(fn);
  return code === undefined ? {} : { code };
}
