import type { JsonValue } from '../model/json-value.js';
import { jsonLine, jsonLines } from './json-text.js';
import { replaceInvisible } from './printable.js';

const width = 110;
/** An example longer than this says less than it hides. */
const longestExample = 2_000;

/** What a comment can say. */
export interface Doc {
  /** What the definition says. */
  readonly description?: string | undefined;
  /** What the generator adds: a paragraph of its own. */
  readonly note?: string | undefined;
  /** The type that the note begins with: becomes a link. */
  readonly noteOn?: string | undefined;
  /** Why not to use it; `true` if nobody said. */
  readonly deprecated?: string | true | undefined;
  /** What stands for it when it is left out. */
  readonly defaultValue?: JsonValue | undefined;
  readonly examples?: readonly JsonValue[] | undefined;
}

/** A JSDoc comment with its indentation and a line break behind it; empty if there is nothing to say. */
export function docComment(doc: Doc, indent: string): string {
  const lines = docLines(doc);
  const [first] = lines;
  if (first === undefined) return '';
  if (lines.length === 1) return `${indent}/** ${first} */\n`;
  const body = lines.map((line) => (line === '' ? `${indent} *\n` : `${indent} * ${line}\n`)).join('');
  return `${indent}/**\n${body}${indent} */\n`;
}

/**
 * The lines of a JSDoc comment, wrapped, without their asterisks; none if there is nothing to say. The one way for text
 * to get into comments: it can neither end one nor add a tag of its own.
 */
function docLines({ description, note, noteOn, deprecated, defaultValue, examples = [] }: Doc): readonly string[] {
  const said = description === undefined ? [] : safeLines(description);
  const added = note === undefined ? [] : noteLines(note, noteOn);
  const tags = [
    ...(deprecated === undefined ? [] : deprecatedTag(deprecated)),
    ...(defaultValue === undefined ? [] : valueTag('@default', defaultValue)),
    ...examples.flatMap((example) => valueTag('@example', example)),
  ];
  return [said, added, tags]
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index > 0 ? ['', ...part] : part));
}

function noteLines(note: string, on: string | undefined): readonly string[] {
  if (on === undefined) return safeLines(note);
  const [first = '', ...rest] = safeLines(`${on} ${note}`);
  return [`{@link ${on}}${first.slice(on.length)}`, ...rest];
}

function deprecatedTag(why: string | true): readonly string[] {
  const [first, ...rest] = why === true ? [] : safeLines(why);
  return first === undefined ? ['@deprecated'] : [`@deprecated ${first}`, ...rest];
}

/** A value behind its tag; below it if it takes more than a line; not at all if it is too long to be looked at. */
function valueTag(tag: string, value: JsonValue): readonly string[] {
  const line = jsonLine(value);
  if (line.length > longestExample) return [];
  if (tag.length + 1 + line.length <= width) return [`${tag} ${line}`];
  return [tag, '```json', ...jsonLines(value), '```'];
}

function safeLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => wrap(replaceInvisible(line, () => ' ').trim()));
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return lines.map(withoutTags);
}

/** TypeScript takes an `@` for a tag at the beginning of a line, behind a space, and behind a brace. */
function withoutTags(line: string): string {
  return line.replaceAll('*/', '*\\/').replace(/(^|[\s{*])@/g, '$1\\@');
}

function wrap(line: string): readonly string[] {
  if (line.length <= width) return [line];
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/\s+/)) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}
