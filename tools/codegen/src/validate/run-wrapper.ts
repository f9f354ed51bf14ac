import type { ConstantForm, SchemaForm } from '../model/schema-form.js';
import {
  BrokenOff,
  certainlyFits,
  failing,
  fails,
  failsCleanly,
  fitting,
  hidden,
  type Outcome,
  undecided,
} from './outcome.js';
import type { Validation, ValueSide } from './validation.js';

type WithValue = Extract<SchemaForm, { kind: 'default' | 'prefault' | 'catch' }>;

/** On the wire, the default stands in for what is missing; it is not checked. */
export function runDefault({ inner, value: constant }: WithValue, value: unknown, validation: Validation): Outcome {
  if (validation.side === 'data') return validation.run(inner, value);
  if (value === undefined) return fitting(dataOf(constant, inner, validation));
  const outcome = validation.run(inner, value);
  if (outcome.value !== undefined || fails(outcome)) return outcome;
  return { ...outcome, value: dataOf(constant, inner, validation) };
}

/** On the wire, what is missing is read as the prefault. */
export function runPrefault({ inner, value: constant }: WithValue, value: unknown, validation: Validation): Outcome {
  if (validation.side === 'data' || value !== undefined) return validation.run(inner, value);
  return validation.run(inner, 'dynamic' in constant ? hidden : constant.json);
}

/** On the wire, whatever comes is taken; what does not fit is replaced. */
export function runCatch({ inner, value: constant }: WithValue, value: unknown, validation: Validation): Outcome {
  const outcome = validation.run(inner, value);
  if (validation.side === 'data') return outcome;
  if (!fails(outcome)) return outcome;
  return failsCleanly(outcome) ? fitting(dataOf(constant, inner, validation)) : undecided;
}

/** What does not come out as `undefined`. */
export function runRequired(inner: Outcome): Outcome {
  if (fails(inner)) return inner;
  if (inner.value === hidden) return { ...inner, fits: 'unknown' };
  return inner.value === undefined ? failing : inner;
}

/** zod freezes what is read, and lists of numbers such as Uint8Array can't be frozen unless they are empty. */
export function runReadonly(inner: Outcome, side: ValueSide): Outcome {
  const { value } = inner;
  if (side === 'data' || fails(inner) || !ArrayBuffer.isView(value) || value instanceof DataView) return inner;
  if (value.byteLength > 0) throw new BrokenOff();
  return inner;
}

/** A constant as handlers get it. */
function dataOf(constant: ConstantForm, inner: SchemaForm, validation: Validation): unknown {
  if ('dynamic' in constant) return hidden;
  // A default need not pass the checks of its own schema.
  for (const run of [validation.onWire, validation.uncheckedOnWire]) {
    try {
      const outcome = run.run(inner, constant.json);
      if (certainlyFits(outcome)) return outcome.value;
    } catch (error) {
      if (!(error instanceof BrokenOff)) throw error;
    }
  }
  return hidden;
}
