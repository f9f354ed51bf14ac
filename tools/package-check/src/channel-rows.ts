/** A row of the table of channels in a README: what stands under each heading, without the marks of code. */
export type ChannelRow = Readonly<Record<string, string>>;

/**
 * The rows of the table below `## Channels`.
 *
 * @throws if there is no such table.
 */
export function channelRows(readme: string): readonly ChannelRow[] {
  const table = /^## Channels\n[\s\S]*?\n((?:\|.*\n)+)/m.exec(readme)?.[1];
  if (table === undefined) throw new Error('there is no table below "## Channels"');
  const [headings = [], , ...rows] = table.trimEnd().split('\n').map(cellsOf);
  return rows.map((cells) => Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ''])));
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));
}
