import { core } from 'zod';
import type { JsonValue } from '../model/json-value.js';
import { isSameJson } from '../model/same-json.js';
import type { ConstantForm } from '../model/schema-form.js';
import { isOfToday, waitForTheClock } from './clock-values.js';
import type { FormReading } from './form-of-kind.js';
import { plainJson } from './plain-json.js';
import { defOf, type ZodNode } from './zod-node.js';

/**
 * A value that a definition gives (a default, a prefault, what `catch` gives), as it travels.
 *
 * @param inner The schema that it is a value of.
 * @param side Whether the definition gives it as handlers get it, or as it travels.
 * @param read Gives the value; called more than once, to see whether it is the same each time.
 */
export function constantForm(
  what: string,
  inner: ZodNode,
  side: 'wire' | 'data',
  read: (call: number) => unknown,
  path: string,
  { refuse }: FormReading,
): ConstantForm {
  const problem = (message: string): ConstantForm => {
    refuse(path, `has a ${what} ${message}`);
    return { dynamic: true };
  };
  try {
    const [first, second] = [read(0), read(1)].map((value) => travelling(value, inner, side));
    if (first === undefined || second === undefined) {
      return problem('that its own schema does not take, or that has no JSON form: give a value that fits');
    }
    if (!isSameJson(first, second)) return { dynamic: true };
    if (!isOfToday(first)) return { json: first };
    waitForTheClock();
    const third = travelling(read(2), inner, side);
    return isSameJson(first, third) ? { json: first } : { dynamic: true };
  } catch (error) {
    return problem(`that can not be had: it throws ${error instanceof Error ? error.message : 'what is no Error'}`);
  }
}

/** Whether both sides of a schema are plainly the same. */
function isOneSided(schema: ZodNode): boolean {
  return ['string', 'number', 'boolean', 'enum', 'literal'].includes(defOf(schema).type);
}

/** A value of a schema as it travels, whether it passes the schema's checks or not; undefined if it can't. */
function travelling(value: unknown, schema: ZodNode, side: 'wire' | 'data'): JsonValue | undefined {
  if (side === 'wire' || (typeof value !== 'object' && isOneSided(schema))) return plainJson(value);
  const outcome = schema._zod.run(
    { value, issues: [] },
    { async: false, direction: 'backward', skipChecks: true, jitless: true },
  );
  if (outcome instanceof Promise) throw new core.$ZodAsyncError();
  return outcome.issues.length === 0 ? plainJson(outcome.value) : undefined;
}
