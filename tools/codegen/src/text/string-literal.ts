import { replaceInvisible, unicodeEscape } from './printable.js';

/**
 * A string as a TypeScript literal in single quotes. The one way for text to get into generated code: whatever it holds,
 * it stays a string, and shows what it is (invisible and bidirectional characters are escaped).
 */
export function stringLiteral(text: string): string {
  return `'${escaped(text).replaceAll("'", "\\'")}'`;
}

/** A string as a part of a template literal type, without the backticks. */
export function templateText(text: string): string {
  return escaped(text).replaceAll('`', '\\`').replaceAll('${', '\\${');
}

function escaped(text: string): string {
  return replaceInvisible(text.replaceAll('\\', '\\\\'), (character) => short[character] ?? unicodeEscape(character));
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
