const width = 110;

/** What a comment can say. */
export interface Doc {
  readonly description?: string | undefined;
  /** Why not to use it; `true` if nobody said. */
  readonly deprecated?: string | true | undefined;
}

/**
 * The lines of a JSDoc comment, wrapped, without their asterisks; none if there is nothing to say. The one way for text
 * to get into comments: it can neither end one nor add a tag of its own.
 */
function docLines({ description, deprecated }: Doc): readonly string[] {
  const lines = description === undefined ? [] : safeLines(description);
  if (deprecated === undefined) return lines;
  const [first, ...rest] = deprecated === true ? [] : safeLines(deprecated);
  const tag = first === undefined ? '@deprecated' : `@deprecated ${first}`;
  return lines.length === 0 ? [tag, ...rest] : [...lines, '', tag, ...rest];
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

function safeLines(text: string): readonly string[] {
  const paragraphs = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ').trim());
  const lines = paragraphs.flatMap(wrap).map((line) => line.replaceAll('*/', '*\\/').replace(/^@/, '\\@'));
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

function wrap(line: string): readonly string[] {
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
