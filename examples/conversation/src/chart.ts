import pc from 'picocolors';
import type { Cell, Findings, Row } from './findings.js';

/** What a picture says besides the findings. */
export interface Caption {
  /** A letter for each column. */
  readonly head: string;
  /** What was done to worker A, such as `killed`. */
  readonly loss: string;
}

/** A row of text for each conversation, a column for each of its events in the order in which they were published. */
export function chart({ rows }: Findings, { head, loss }: Caption): string {
  const lines = [`${' '.repeat(10)}${pc.dim(head)}`];
  for (const row of rows) lines.push(`${row.conversationId.slice(0, 8)}  ${cellsOf(row)}`);
  lines.push(
    '',
    `${pc.cyan('A')} ${pc.yellow('B')}  handled by that worker; ${pc.red('│')} A was ${loss}: all to its left had been handled`,
    `${mark('b')}    in the hands of A when it was ${loss}: handled by B, under the same id`,
    `${mark('2')}    handled by A, which was ${loss} before that was known: once more by B, under the same id`,
  );
  return lines.join('\n');
}

function cellsOf({ cells, doneAtLoss }: Row): string {
  const signs = cells.map(signOf);
  return [...signs.slice(0, doneAtLoss), pc.red('│'), ...signs.slice(doneAtLoss)].join('');
}

function signOf({ handled, again, misplaced }: Cell): string {
  const [first, second] = handled;
  if (first === undefined) return pc.bgRed('.');
  if (misplaced) return pc.bgRed('!');
  if (second !== undefined) return mark('2');
  if (again) return mark(first.toLowerCase());
  return first === 'A' ? pc.cyan(first) : pc.yellow(first);
}

function mark(sign: string): string {
  return pc.bold(pc.magenta(sign));
}
