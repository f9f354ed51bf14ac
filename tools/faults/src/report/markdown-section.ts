import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Puts a text into a page, in the place of what the same command put there before; behind everything else if it has not yet.
 *
 * @param command Whose text it is.
 */
export function putIntoPage(path: string, command: string, text: string): void {
  const begin = `<!-- what follows is written by \`${command}\` -->`;
  const end = `<!-- that was \`${command}\` -->`;
  const section = `${begin}\n\n${text.trim()}\n\n${end}`;
  const page = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from >= 0 && to > from) writeFileSync(path, page.slice(0, from) + section + page.slice(to + end.length));
  else writeFileSync(path, page === '' ? `${section}\n` : `${page.trimEnd()}\n\n${section}\n`);
}
