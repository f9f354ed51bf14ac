import { BrokenOff, failing, hidden, nearlyFitting, type Outcome, undecided } from './outcome.js';
import { isObject, isPlainObject, setProperty } from './plain-values.js';

/** Both sides have to fit, and what comes out of them has to be one value. A key is a stranger if it is one to both. */
export function runIntersection(left: Outcome, right: Outcome): Outcome {
  const mayBreak = left.mayBreak === true || right.mayBreak === true;
  if (left.far || right.far) return { ...failing, ...(mayBreak && { mayBreak }) };
  const strangers = new Set([...(left.strangers ?? [])].filter((key) => right.strangers?.has(key)));
  const merged = merge(left.value, right.value);
  if (merged === undefined) {
    if (left.fits === 'unknown' || right.fits === 'unknown') return undecided;
    throw new BrokenOff();
  }
  if (left.fits === 'no' || right.fits === 'no') return { ...nearlyFitting, ...(mayBreak && { mayBreak }) };
  const isDecided = left.fits === 'yes' && right.fits === 'yes' && merged.certain;
  return {
    fits: isDecided ? 'yes' : 'unknown',
    value: merged.value,
    far: false,
    ...(strangers.size > 0 && { strangers }),
    ...((mayBreak || !merged.certain) && { mayBreak: true }),
  };
}

interface Merged {
  readonly value: unknown;
  /** Whether nothing hidden was in the way. */
  readonly certain: boolean;
}

/** What two values come to together, or undefined if they contradict each other. */
function merge(a: unknown, b: unknown): Merged | undefined {
  if (a === hidden || b === hidden) return { value: hidden, certain: false };
  if (a === b || (a instanceof Date && b instanceof Date && a.getTime() === b.getTime())) {
    return { value: a, certain: true };
  }
  if (Array.isArray(a) && Array.isArray(b)) return mergeLists(a, b);
  if (isPlainObject(a) && isPlainObject(b)) return mergeObjects(a, b);
  // Two instances of a class are one value to zod if they are one object; NaN never is. That they are not here need not
  // mean that they are not there, where the object around them, if it is recursive, is read once.
  const isOnce = (isObject(a) && isObject(b)) || (Number.isNaN(a) && Number.isNaN(b));
  return isOnce ? { value: hidden, certain: false } : undefined;
}

function mergeLists(a: readonly unknown[], b: readonly unknown[]): Merged | undefined {
  if (a.length !== b.length) return undefined;
  const items = a.map((item, index) => merge(item, b[index]));
  if (!items.every((item) => item !== undefined)) return undefined;
  return { value: items.map(({ value }) => value), certain: items.every(({ certain }) => certain) };
}

function mergeObjects(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): Merged | undefined {
  const value: Record<string, unknown> = { ...a, ...b };
  let certain = true;
  for (const key of Object.keys(a)) {
    if (!Object.hasOwn(b, key) || key === '__proto__') continue;
    const shared = merge(a[key], b[key]);
    if (shared === undefined) return undefined;
    setProperty(value, key, shared.value);
    certain &&= shared.certain;
  }
  return { value, certain };
}
