import type { SchemaForm } from '../model/schema-form.js';
import { mayBeAbsent, mayStayAbsent } from './absence.js';
import {
  certainlyFits,
  failing,
  failsCleanly,
  Gathering,
  hidden,
  nearlyFitting,
  type Outcome,
  undecided,
} from './outcome.js';
import type { Validation } from './validation.js';

/** Holds a value against a tuple. */
export function runTuple(
  { items, rest }: Extract<SchemaForm, { kind: 'tuple' }>,
  value: unknown,
  validation: Validation,
): Outcome {
  if (!Array.isArray(value)) return failing;
  const { forms } = validation;
  const required = 1 + items.findLastIndex((item) => mayBeAbsent(item, forms) === undefined);
  if (rest === undefined && value.length < required) return failing;
  const gathering = new Gathering();
  if (rest === undefined && value.length > items.length) gathering.add({ ...nearlyFitting, far: true });
  // What is missing at the end of what comes out may stay so from here on.
  const open = 1 + items.findLastIndex((item) => !mayStayAbsent(item, forms));
  const output: unknown[] = [];
  for (const [index, item] of items.entries()) {
    const isPresent = index < value.length;
    if (!isPresent && index >= open && mayBeAbsent(item, forms) === 'optional') break;
    const outcome = validation.run(item, value[index]);
    if (!isPresent && index >= open && !certainlyFits(outcome)) {
      if (failsCleanly(outcome)) break;
      // Either it comes to nothing, or it comes to something that only code knows.
      gathering.add(undecided);
      return gathering.result(hidden);
    }
    gathering.add(outcome);
    output[index] = outcome.value;
  }
  if (rest !== undefined) {
    for (const [index, item] of value.slice(items.length).entries()) {
      const outcome = validation.run(rest, item);
      gathering.add(outcome);
      output[items.length + index] = outcome.value;
    }
  }
  // What came to nothing at the end, where nothing was given, is dropped if it may stay absent.
  const last = output.findLastIndex((item, index) => index < value.length || item !== undefined || index < open);
  return gathering.result(output.slice(0, last + 1));
}
