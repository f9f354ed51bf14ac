/** A column of a table in Markdown. */
export interface Column {
  readonly name: string;
  /** Set to the right. */
  readonly figures?: boolean;
}

/** A table in Markdown. Columns in which nothing stands are left out. */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const kept = [...columns.keys()].filter((column) => rows.some((row) => row[column]));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(kept.map((column) => markdownText(columns[column]?.name ?? ''))),
    line(kept.map((column) => (columns[column]?.figures ? '---:' : '---'))),
    ...rows.map((row) => line(kept.map((column) => row[column] ?? ''))),
  ].join('\n');
}

/** Text that means nothing else to Markdown; code in backticks stays that. */
export function markdownText(text: string): string {
  return text.replace(/[|<*[\]]/g, '\\$&').replaceAll('\n', ' ');
}
