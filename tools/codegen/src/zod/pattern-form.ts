import { core } from 'zod';
import { knownPatternNames } from '../model/known-patterns.js';
import type { PatternForm } from '../model/value-check.js';

/** A regular expression as the model writes it: by name where it is one of zod's that have one. */
export function patternForm(pattern: RegExp): PatternForm {
  const name = names.get(pattern.source);
  if (name !== undefined && samePattern(pattern, zodPattern(name))) return { known: name };
  return { source: pattern.source, ...(pattern.flags !== '' && { flags: pattern.flags }) };
}

const names: ReadonlyMap<string | undefined, string> = new Map(
  knownPatternNames.map((name) => [zodPattern(name)?.source, name]),
);

/** Whether two regular expressions are written alike. */
export function samePattern(a: RegExp, b: RegExp | undefined): boolean {
  return a.source === b?.source && a.flags === b.flags;
}

/** The pattern that this zod exports by a name. */
export function zodPattern(name: string): RegExp | undefined {
  const found: unknown = Reflect.get(core.regexes, name);
  return found instanceof RegExp ? found : undefined;
}
