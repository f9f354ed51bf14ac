/** Control, format, private and unassigned characters, lone surrogates, and separators of lines and paragraphs. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** Text with everything that can't be seen (or that turns what can be seen around) put as something else. */
export function replaceInvisible(text: string, by: (character: string) => string): string {
  return text.replace(invisible, by);
}

/** A character as an escape that JavaScript and JSON read: a code unit, or two. */
export function unicodeEscape(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
