import { nearestName } from './nearest-name.js';

/** What to say of a name that is none of those known: the nearest, or all. */
export function unknownName(what: string, given: string, known: readonly string[]): string {
  const meant = nearestName(given, known) ?? known.find((name) => given.length > 2 && name.includes(given));
  return `there is no ${what} '${given}'; ${meant === undefined ? `there are: ${known.join(', ')}` : `did you mean '${meant}'?`}`;
}
