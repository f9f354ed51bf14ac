/**
 * The tokens of a piece of JavaScript that runs, without comments. Strings come in double quotes, whatever they were
 * written in. For telling code apart, not for running it. Where only a whole parser could tell a division from a regular
 * expression (after a bracket), the text comes as it is, in one piece.
 */
export function codeTokens(source: string): readonly string[] {
  const tokens: string[] = [];
  /** Where braces that closed would go on with a template. */
  const templates: number[] = [];
  let depth = 0;
  let at = 0;
  while (at < source.length) {
    if (isAmbiguous(source, at, tokens.at(-1))) return [source];
    const next = nextToken(source, at, startsValue(tokens), templates.at(-1) === depth);
    at = next.end;
    if (next.text === undefined) continue;
    if (next.opensTemplate === true) templates.push(++depth);
    else if (next.closesTemplate === true) {
      templates.pop();
      depth -= 1;
    } else if (next.text === '{') depth += 1;
    else if (next.text === '}') depth -= 1;
    tokens.push(next.text);
  }
  return tokens;
}

interface Token {
  /** Undefined for blanks and comments. */
  readonly text: string | undefined;
  readonly end: number;
  /** Ends in `${`. */
  readonly opensTemplate?: boolean;
  /** Begins with the `}` of a `${` and ends the template. */
  readonly closesTemplate?: boolean;
}

const blank = /(?:\s|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/)+/y;
const quoted = /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/y;
const templatePart = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/y;
const regExp = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[\p{L}]*/uy;
const word = /#?[\p{L}\p{N}_$\u200C\u200D]+/uy;
const number = /(?:0[xXbBoO][\p{N}a-fA-F_]+n?|(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?n?)/uy;
const sign =
  />>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.(?![0-9])|\+\+|--|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|<<|>>|\*\*|[\s\S]/y;

function nextToken(source: string, at: number, startsValue: boolean, inTemplate: boolean): Token {
  const gap = match(blank, source, at);
  if (gap !== undefined) return { text: undefined, end: at + gap.length };
  const first = source[at];
  if (first === '`' || (first === '}' && inTemplate)) return template(source, at, first === '}');
  if (first === "'" || first === '"') {
    const text = match(quoted, source, at) ?? source.slice(at);
    return { text: requoted(text), end: at + text.length };
  }
  const found =
    (startsValue && first === '/' ? match(regExp, source, at) : undefined) ??
    match(number, source, at) ??
    match(word, source, at) ??
    match(sign, source, at) ??
    source.slice(at);
  return { text: found, end: at + found.length };
}

function template(source: string, at: number, goesOn: boolean): Token {
  const part = match(templatePart, source, at + 1) ?? source.slice(at + 1);
  const opens = part.endsWith('${');
  return {
    text: source.slice(at, at + 1) + part,
    end: at + 1 + part.length,
    opensTemplate: opens && !goesOn,
    closesTemplate: goesOn && !opens,
  };
}

/** Whether a `/` here begins a regular expression, and is no division. */
function startsValue(tokens: readonly string[]): boolean {
  const last = tokens.at(-1);
  if (last === undefined) return true;
  if (/^(?:return|typeof|case|do|else|in|instanceof|new|void|delete|throw|yield|await|of)$/.test(last)) return true;
  return !/[\p{L}\p{N}_$)\]}"`]$/u.test(last);
}

function isAmbiguous(source: string, at: number, last: string | undefined): boolean {
  if (source[at] !== '/' || (last !== ')' && last !== '}')) return false;
  return match(blank, source, at) === undefined && match(regExp, source, at) !== undefined;
}

function requoted(text: string): string {
  if (text.startsWith('"')) return text;
  const inner = text.slice(1, -1).replace(/\\'|"/g, (found) => (found === '"' ? '\\"' : "'"));
  return `"${inner}"`;
}

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}
