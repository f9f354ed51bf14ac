import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const begin = '<!-- what follows is written by `npm run faults` -->';
const end = '<!-- until here -->';

/** Puts a text into a page, in the place of what was put there before; behind everything else if nothing was. */
export function putIntoPage(path: string, text: string): void {
  const page = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  const [before, after] =
    from < 0 || to < from
      ? [page === '' ? '' : `${page.trimEnd()}\n\n`, '\n']
      : [page.slice(0, from), page.slice(to + end.length)];
  writeFileSync(path, `${before}${begin}\n\n${text.trim()}\n\n${end}${after}`);
}
