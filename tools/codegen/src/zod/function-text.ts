import { codeTokens } from './code-tokens.js';

/** By source: a definition that is made by a function has its functions made anew each time. */
const known = new Map<string, string | undefined>();

/**
 * The text of a function in a form that survives reformatting: no comments, one space between tokens, one kind of
 * quotes, no optional commas and brackets. Undefined where the text says nothing: bound functions, native ones without a
 * name.
 */
export function functionText(fn: (...args: never[]) => unknown): string | undefined {
  const source = Function.prototype.toString.call(fn);
  if (!known.has(source)) known.set(source, normalText(source));
  return known.get(source);
}

function normalText(source: string): string | undefined {
  if (/\{\s*\[native code\]\s*\}$/.test(source)) {
    const name = /^function (\w+)\(/.exec(source)?.[1];
    return name === undefined ? undefined : `native ${name}`;
  }
  const tokens = codeTokens(source).filter((token, index, all) => !isOptional(token, all[index + 1]));
  return withoutOwnName(withoutLoneBrackets(tokens)).join(' ');
}

/** Commas and semicolons that may stand or not: before what closes. */
function isOptional(token: string, next: string | undefined): boolean {
  if (token === ';') return next === '}';
  // A hole in a list, `[a, ,]`, is code; formatters leave it alone, and so does this: only one comma goes.
  return token === ',' && (next === ')' || next === ']' || next === '}');
}

/** `(x) => …` and `x => …` are the same. */
function withoutLoneBrackets(tokens: readonly string[]): readonly string[] {
  return tokens.filter((token, index) => {
    if (token === '(') return !(tokens[index + 2] === ')' && tokens[index + 3] === '=>' && isName(tokens[index + 1]));
    if (token === ')') return !(tokens[index - 2] === '(' && tokens[index + 1] === '=>' && isName(tokens[index - 1]));
    return true;
  });
}

/** What a function is called is no part of what it does, and bundlers rename it. */
function withoutOwnName(tokens: readonly string[]): readonly string[] {
  const at = tokens[0] === 'async' ? 1 : 0;
  const isNamed = tokens[at] === 'function' && isName(tokens[at + 1]) && tokens[at + 2] === '(';
  return isNamed ? tokens.filter((_, index) => index !== at + 1) : tokens;
}

function isName(token: string | undefined): boolean {
  return token !== undefined && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(token);
}
