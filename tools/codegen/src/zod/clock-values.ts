import type { JsonValue } from '../model/json-value.js';

const day = 86_400_000;

/** Whether a value holds a moment of today, and so may have come from the clock. */
export function isOfToday(value: JsonValue): boolean {
  if (typeof value === 'number') return isNear(value);
  if (typeof value === 'string') return /^\d{4}-\d\d/.test(value) && isNear(Date.parse(value));
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(isOfToday);
}

/** Returns when the clock has moved on by a millisecond; does not wait for a clock that stands still. */
export function waitForTheClock(): void {
  const start = Date.now();
  for (let turns = 0; turns < 1_000_000 && Date.now() === start; turns += 1);
}

function isNear(moment: number): boolean {
  return Math.abs(moment - Date.now()) < day;
}
