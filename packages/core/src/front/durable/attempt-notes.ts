/** What is known of the attempts at the events of an entry. */
export interface AttemptNotes {
  /** For each event, how many attempts were begun; `done` if nothing is left to do about it. */
  readonly attempts: (number | 'done')[];
  /** Whether each attempt was noted before it began. */
  readonly careful: boolean;
}

/** As text, for a log to keep: `c;d,0,2` says that the first event is done, and two attempts at the third were noted beforehand. */
export function writeNotes({ attempts, careful }: AttemptNotes): string {
  return `${careful ? 'c;' : ''}${attempts.map((count) => (count === 'done' ? 'd' : count)).join(',')}`;
}

/**
 * What is known of an entry that was just handed out.
 *
 * If a member had it before and is gone, it may have begun attempts that it did not note: each event that is not done counts as
 * tried once more, so that what ends a process ends in the dead-letter log. From then on each attempt is noted beforehand, so that
 * those that merely were in the same entry are not counted again.
 */
export function readNotes(
  notes: string | undefined,
  {
    count,
    deliveries,
    maxAttempts,
  }: { readonly count: number; readonly deliveries: number; readonly maxAttempts: number },
): AttemptNotes {
  const wasCareful = notes?.startsWith('c;') === true;
  const noted = (wasCareful ? notes.slice(2) : notes)?.split(',') ?? [];
  const handedOutBefore = deliveries > 1;
  const unnoted = handedOutBefore && !wasCareful && maxAttempts > 1 ? 1 : 0;
  const attempts = Array.from({ length: count }, (_, index): number | 'done' => {
    const each = noted[index];
    return each === 'd' ? 'done' : Number(each ?? 0) + unnoted;
  });
  return { attempts, careful: handedOutBefore || maxAttempts === 1 };
}
