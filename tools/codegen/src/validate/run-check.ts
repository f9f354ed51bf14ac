import { regExpOf } from '../model/format-pattern.js';
import type { BoundValue, ValueCheck } from '../model/value-check.js';
import { formatOutcome } from './format-outcome.js';
import { BrokenOff, failing, fails, fitting, nearlyFitting, type Outcome } from './outcome.js';
import { isInstance } from './plain-values.js';
import type { InstanceCheck } from './run-checks.js';
import type { Validation } from './validation.js';

/** Makes one check. Undefined where only code knows. */
export function runCheck(
  check: ValueCheck | InstanceCheck,
  value: unknown,
  validation: Validation,
): Outcome | undefined {
  switch (check.check) {
    case 'min':
      return passes(value, compare(boundOf(check.value), value, check.exclusive === true));
    case 'max':
      return passes(value, compare(value, boundOf(check.value), check.exclusive === true));
    case 'multipleOf':
      return passes(value, isMultiple(value, check.value));
    case 'minLength':
    case 'maxLength':
    case 'length':
      return passes(value, fitsSize(check.check, lengthOf(value), check.value));
    case 'minSize':
    case 'maxSize':
    case 'size':
      return passes(value, fitsSize(check.check, propertyOf(value, 'size'), check.value));
    case 'format':
      return formatOutcome(check.format, check.details ?? {}, value);
    case 'pattern':
      return passes(value, regExpOf(check.pattern).test(String(value)));
    case 'includes':
      return passes(value, typeof value === 'string' && value.includes(check.text, check.position));
    case 'startsWith':
      return passes(value, typeof value === 'string' && value.startsWith(check.text));
    case 'endsWith':
      return passes(value, typeof value === 'string' && value.endsWith(check.text));
    case 'lowercase':
    case 'uppercase':
      return formatOutcome(check.check, {}, value);
    case 'property': {
      // zod reads what the property holds as something that travels, whatever the side.
      if (value === undefined || value === null) throw new BrokenOff();
      const outcome = validation.onWire.run(check.schema, propertyOf(value, check.name));
      if (outcome.fits === 'unknown') return undefined;
      return fails(outcome) ? { ...nearlyFitting, far: outcome.far } : fitting(value);
    }
    case 'mime': {
      const type = propertyOf(value, 'type');
      return passes(value, typeof type === 'string' && check.types.includes(type));
    }
    case 'instance':
      return isInstance(value, check.class) ? fitting(value) : failing;
    case 'refine':
      return undefined;
  }
}

function passes(value: unknown, passed: boolean): Outcome {
  return passed ? fitting(value) : nearlyFitting;
}

function boundOf(bound: BoundValue): number | bigint | Date {
  if (typeof bound === 'number') return bound;
  return 'bigint' in bound ? BigInt(bound.bigint) : new Date(bound.date);
}

/** As JavaScript compares; between a number and a bigint too. */
function compare(low: unknown, high: unknown, exclusive: boolean): boolean {
  const [a, b] = [low as number, high as number];
  return exclusive ? a < b : a <= b;
}

function isMultiple(value: unknown, of: number | { readonly bigint: string }): boolean {
  if (typeof value !== (typeof of === 'number' ? 'number' : 'bigint')) throw new BrokenOff();
  if (typeof of !== 'number') {
    const divisor = BigInt(of.bigint);
    return typeof value === 'bigint' && divisor !== 0n && value % divisor === 0n;
  }
  if (typeof value !== 'number') return false;
  // Decimals are not exact: 2.03 is a multiple of 0.07. The tolerance is zod's.
  const ratio = value / of;
  return Math.abs(ratio - Math.round(ratio)) < 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
}

function fitsSize(check: string, size: unknown, wanted: number): boolean {
  // What has no size is not asked for it.
  if (size === undefined) return true;
  if (typeof size !== 'number') return false;
  if (check.startsWith('min')) return size >= wanted;
  return check.startsWith('max') ? size <= wanted : size === wanted;
}

/** In code points, for strings. */
function lengthOf(value: unknown): unknown {
  if (typeof value !== 'string') return propertyOf(value, 'length');
  return value.length - (value.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

function propertyOf(value: unknown, name: string): unknown {
  return value === undefined || value === null ? undefined : Reflect.get(Object(value), name);
}
