import Table from 'cli-table3';
import pc from 'picocolors';
import type { CommitLog } from './commit-log.js';
import type { Activity } from './repository-activity.js';
import type { ReviewBoard } from './review-board.js';
import type { ChannelTally, Tally } from './tally.js';

/** The closing table: what became of the events of each channel. */
export function channelTable(tally: Tally): string {
  const table = new Table({
    head: ['channel', 'published', 'delivered', 'invalid', 'handler errors'].map((title) => pc.bold(title)),
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const [channel, counts] of tally.sorted()) table.push([channel, ...cells(counts)]);
  table.push([pc.bold('total'), ...cells(tally.total()).map((cell) => pc.bold(cell))]);
  return table.toString();
}

function cells({ published, delivered, invalid, failed }: ChannelTally): string[] {
  return [String(published), String(delivered), alarming(invalid), alarming(failed)];
}

function alarming(count: number): string {
  return count === 0 ? '0' : pc.red(String(count));
}

/** What happened in the repositories. */
export function activityFindings(repositories: ReadonlyMap<string, Activity>): readonly string[] {
  const busiest = [...repositories].sort(([, a], [, b]) => b.events - a.events)[0];
  const people = new Set([...repositories.values()].flatMap((activity) => [...activity.people]));
  return [
    `repository activity  ${repositories.size} repositories, ${people.size} people; busiest: ${busiest?.[0] ?? 'none'}`,
  ];
}

/** Where reviews stand. */
export function boardFindings(board: ReviewBoard): readonly string[] {
  return [
    `review board         open: ${board.open.size}; asked: ${counted(board.asked)}; verdicts: ${counted(board.verdicts)}`,
    `                     closed: ${board.openForMs.length}, after ${seconds(board.openForMs)} on average; comments: ${counted(board.commenters)}`,
  ];
}

/** What was pushed. */
export function commitFindings(commits: CommitLog): readonly string[] {
  return [
    `pushes (iterator)    ${commits.pushes} pushes, ${commits.commits} commits; authors: ${[...commits.authors].join(', ') || 'none'}`,
  ];
}

function counted(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([, a], [, b]) => b - a).slice(0, 5);
  return sorted.map(([name, count]) => `${count} ${name}`).join(', ') || 'none';
}

function seconds(durationsMs: readonly number[]): string {
  const sum = durationsMs.reduce((total, duration) => total + duration, 0);
  return `${(sum / Math.max(1, durationsMs.length) / 1000).toFixed(0)} s`;
}
