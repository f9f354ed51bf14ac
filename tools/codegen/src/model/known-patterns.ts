/**
 * Patterns that definitions use by a name, as zod 4 has them. A model names them instead of quoting them, since zod
 * mends them now and then: a new zod is no change of the contract.
 */
const known: ReadonlyMap<string, RegExp> = new Map([
  ['domain', /^(?=.{1,253}$)([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}$/],
  [
    'hostname',
    /^(?=.{1,253}\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\.?$/,
  ],
  ['httpProtocol', /^https?$/],
  [
    'html5Email',
    /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/,
  ],
  [
    'rfc5322Email',
    /^(([^<>()[\]\\.,;:\s@"]+(\.[^<>()[\]\\.,;:\s@"]+)*)|(".+"))@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}])|(([a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,}))$/,
  ],
  ['unicodeEmail', /^[^\s@"]{1,64}@[^\s@]{1,255}$/u],
]);

/** The names of patterns that a model may name. */
export const knownPatternNames: readonly string[] = [...known.keys()];

/** The pattern of a name, or undefined if there is none of that name. */
export function knownPattern(name: string): RegExp | undefined {
  return known.get(name);
}
