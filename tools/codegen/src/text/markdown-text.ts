import { replaceInvisible } from './printable.js';

/** Text inside of a line of Markdown: nothing in it is markup, mentions anybody, or turns text around. */
export function markdownText(text: string): string {
  return plainLine(text)
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replaceAll('@', '@<!-- -->');
}

/** Text as code inside of a line of Markdown. */
export function markdownCode(text: string): string {
  return `\`${plainLine(text).replaceAll('`', "'")}\``;
}

/** Text as one line in which everything can be seen. */
export function plainLine(text: string): string {
  return replaceInvisible(text, () => ' ');
}
