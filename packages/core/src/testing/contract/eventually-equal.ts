import assert from 'node:assert/strict';
import { eventually } from '../eventually.js';

/** Waits until something that changes, such as a list that is added to, is equal to what is expected. */
export function eventuallyEqual<T>(actual: T | (() => T), expected: T): Promise<void> {
  return eventually(() => assert.deepEqual(typeof actual === 'function' ? (actual as () => T)() : actual, expected));
}
