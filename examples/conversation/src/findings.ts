import type { Line, Loss, Published, Transcripts, WorkerName } from './record.js';

/** What became of one published event. */
export interface Cell {
  readonly id: string;
  /** Who handled it, one entry for each time, in order; empty if nobody did. */
  readonly handled: readonly WorkerName[];
  /** Whether it had been in the hands of a worker that was lost: begun by that one, or handled in a later attempt. */
  readonly again: boolean;
  /** Whether it was handled before an earlier event of the same conversation and channel. */
  readonly misplaced: boolean;
}

/** What became of the events of one conversation. */
export interface Row {
  readonly conversationId: string;
  /** In the order in which they were published. */
  readonly cells: readonly Cell[];
  /** How many of the first cells had been handled when the worker was lost. */
  readonly doneAtLoss: number;
}

/** What a run comes to. */
export interface Findings {
  readonly rows: readonly Row[];
  readonly published: number;
  /** Different events that were handled. */
  readonly handled: number;
  readonly by: Readonly<Record<WorkerName, number>>;
  /** Events that two lines tell of. */
  readonly twice: number;
  /** Events that were in the hands of the lost worker, and that another handled. */
  readonly again: number;
  readonly missing: number;
  readonly misplaced: number;
  /** Lines of events that nobody published. */
  readonly unknown: number;
  /** After how long the first and the last of what the lost worker had been given was handled, in milliseconds. */
  readonly againAfterMs: readonly [first: number, last: number] | undefined;
}

/** Compares what was published with what the transcripts say. */
export function findingsOf(published: readonly Published[], transcripts: Transcripts, loss: Loss): Findings {
  const conversations = Map.groupBy(published, ({ conversationId }) => conversationId);
  const rows = [...conversations]
    .map(([conversationId, events]) => rowOf(conversationId, events, transcripts, loss))
    .sort((a, b) => (a.conversationId < b.conversationId ? -1 : 1));
  const cells = rows.flatMap((row) => row.cells);
  const lines = [...transcripts.lines.values()].flat();
  const ids = new Set(published.map(({ id }) => id));
  const later = lines.filter((line) => isTakenOver(line, transcripts, loss)).map(({ at }) => at - loss.at);
  return {
    rows,
    published: cells.length,
    handled: cells.filter(({ handled }) => handled.length > 0).length,
    by: { A: countOf(lines, 'A'), B: countOf(lines, 'B') },
    twice: cells.filter(({ handled }) => handled.length > 1).length,
    again: cells.filter(({ again }) => again).length,
    missing: cells.filter(({ handled }) => handled.length === 0).length,
    misplaced: cells.filter(({ misplaced }) => misplaced).length,
    unknown: lines.filter(({ id }) => !ids.has(id)).length,
    againAfterMs: later.length === 0 ? undefined : [Math.min(...later), Math.max(...later)],
  };
}

/** Whether all is as it was promised. */
export function isRight({ missing, misplaced, unknown }: Findings): boolean {
  return missing + misplaced + unknown === 0;
}

function rowOf(conversationId: string, events: readonly Published[], transcripts: Transcripts, loss: Loss): Row {
  const lines = transcripts.lines.get(conversationId) ?? [];
  const sorted = events.toSorted((a, b) => a.position - b.position);
  const linesOf = Map.groupBy(lines, ({ id }) => id);
  const misplaced = misplacedIn(sorted, lines);
  const cells = sorted.map(({ id }): Cell => {
    const own = linesOf.get(id) ?? [];
    const again = own.some((line) => isTakenOver(line, transcripts, loss));
    return { id, handled: own.map(({ worker }) => worker), again, misplaced: misplaced.has(id) };
  });
  const doneBefore = ({ id }: Published) => linesOf.get(id)?.some(({ at }) => at <= loss.goneAt) ?? false;
  const open = sorted.findIndex((event) => !doneBefore(event));
  return { conversationId, cells, doneAtLoss: open < 0 ? sorted.length : open };
}

/** Whether the lost worker had begun it, or had it in hand, as the count of attempts tells. */
function isTakenOver({ id, worker, attempt }: Line, { begun }: Transcripts, lost: Loss): boolean {
  return worker !== lost.worker && (attempt > 1 || begun[lost.worker].has(id));
}

/**
 * Which events a conversation's lines tell of too late. Order is promised for each channel: of what was handled for the first time,
 * and of what each worker handled.
 */
function misplacedIn(events: readonly Published[], lines: readonly Line[]): ReadonlySet<string> {
  const positions = new Map(events.map(({ id, position }) => [id, position]));
  const seen = new Set<string>();
  const firsts = lines.filter(({ id }) => !seen.has(id) && seen.add(id));
  const sequences = [
    ...Map.groupBy(firsts, ({ channel }) => channel).values(),
    ...Map.groupBy(lines, ({ channel, worker }) => `${worker} ${channel}`).values(),
  ];
  const misplaced = new Set<string>();
  for (const sequence of sequences) {
    let highest = -1;
    for (const { id } of sequence) {
      const position = positions.get(id) ?? highest;
      if (position < highest) misplaced.add(id);
      highest = Math.max(highest, position);
    }
  }
  return misplaced;
}

function countOf(lines: readonly Line[], name: WorkerName): number {
  return lines.filter(({ worker }) => worker === name).length;
}
