import type { ListedItem } from './listed-item.js';

/** What stands in the way, as a line of text: where, then what. */
export function problemText({ file, line, column, channel, path, message }: ListedItem): string {
  const at = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const where = [at, channel === undefined ? undefined : `channel '${channel}'`, path].filter(
    (part) => part !== undefined,
  );
  return where.length === 0 ? message : `${where.join(', ')}: ${message}`;
}
