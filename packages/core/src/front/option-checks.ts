import { TidingsError } from '../errors/tidings-error.js';

/** Throws if there are problems, naming them all. @throws TidingsError `invalid_option` */
export function refuse(what: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new TidingsError('invalid_option', `${what} can't be used: ${problems.join('; ')}`);
}

/** Refuses options that are no object at all. @throws TidingsError `invalid_option` */
export function requireObject(what: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) refuse(what, [`expected an object, got ${described(value)}`]);
}

/** What a value is, for a message: never what it holds. */
export function described(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'another object' : `a ${typeof value}`;
}

/** A problem unless a value is an integer from a least one. */
export function atLeast(least: number, name: string, value: unknown): readonly string[] {
  return Number.isSafeInteger(value) && (value as number) >= least ? [] : [`${name} must be an integer from ${least}`];
}

/** A problem unless a value is a number of milliseconds above 0, or Infinity. */
export function duration(name: string, value: unknown): readonly string[] {
  return typeof value === 'number' && value > 0 ? [] : [`${name} must be a number of milliseconds above 0`];
}

/** A problem unless a value is one of a few words. */
export function oneOf(words: readonly string[], name: string, value: unknown): readonly string[] {
  return words.includes(value as string) ? [] : [`${name} must be ${words.map((word) => `'${word}'`).join(' or ')}`];
}

/** A problem unless a value is an abort signal, or not given. */
export function abortSignal(value: unknown): readonly string[] {
  if (value === undefined) return [];
  const isSignal = typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value;
  return isSignal ? [] : [`signal must be an AbortSignal, not ${described(value)}`];
}

/** A problem for each option that there is not: misspelt, it would otherwise be ignored without a word. */
export function unknownOptions(given: object, known: readonly string[], inside = ''): readonly string[] {
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => `there is no option '${inside}${name}'; there are ${known.join(', ')}`);
}
