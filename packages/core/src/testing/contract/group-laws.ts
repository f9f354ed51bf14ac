import {
  type DurableMember,
  type DurableSent,
  isZombie,
  type LawGroup,
  type Try,
  wasCutShort,
} from './durable-law-model.js';

/** What is known in the end of a group on one channel. */
export interface GroupRecord {
  readonly group: LawGroup;
  readonly keyed: boolean;
  /** The channel's events in the order of the log. */
  readonly log: readonly DurableSent[];
  readonly members: readonly DurableMember[];
  /** What is among its dead letters. */
  readonly dead: ReadonlyMap<DurableSent, readonly { readonly code: string; readonly attempts: number }[]>;
}

/** Which laws of a group were broken. */
export function groupProblems(record: GroupRecord): readonly string[] {
  const { group } = record;
  const problems = record.log.flatMap((sent) => [
    ...membershipProblems(record, sent),
    ...outcomeProblems(record, sent),
    ...attemptProblems(record, sent),
  ]);
  return [...problems, ...(record.keyed ? [] : loneOrderProblems(record))].map((each) => `${group.name}: ${each}`);
}

/** Whether an event may have been set aside: a member of the group was too old for it. */
export function mayBeParked({ members }: GroupRecord, { version }: DurableSent): boolean {
  return members.some((member) => member.version < version);
}

/** Attempts by processes that had not ended when they began. */
export function triesOf({ group }: GroupRecord, sent: DurableSent): readonly Try[] {
  return (sent.tries.get(group) ?? []).filter((each) => !isZombie(each));
}

/** Whether an event is for the group: `may` if that depends on what was quicker. */
function claim(
  { group, members }: GroupRecord,
  { channel, acceptedAt, calledAt }: DurableSent,
): 'must' | 'may' | 'not' {
  if (group.from === 'start') return 'must';
  const own = members.filter(({ everChannels }) => everChannels.has(channel));
  const firstCalled = Math.min(...own.map((member) => member.calledAt));
  const firstReady = Math.min(...own.map(({ readyAt = Number.POSITIVE_INFINITY }) => readyAt));
  if (calledAt > firstReady) return 'must';
  return acceptedAt !== undefined && acceptedAt < firstCalled ? 'not' : 'may';
}

function membershipProblems(record: GroupRecord, sent: DurableSent): readonly string[] {
  const got = triesOf(record, sent).length + (record.dead.get(sent)?.length ?? 0) > 0;
  const due = claim(record, sent);
  if (due === 'must' && !got) return [`${sent.n} was never handled`];
  return due === 'not' && got ? [`${sent.n} was handled, though the group begins behind it`] : [];
}

/** In the end it was handled once or is a dead letter, once. What a process did that has ended since may have been in vain. */
function outcomeProblems(record: GroupRecord, sent: DurableSent): readonly string[] {
  const tries = triesOf(record, sent);
  const letters = record.dead.get(sent) ?? [];
  if (tries.length === 0 && letters.length === 0) return [];
  const done = tries.filter(({ outcome }) => outcome === 'done');
  const sure = done.filter(({ member }) => !member.at.crashed).length + letters.length;
  const problems: string[] = [];
  if (sure > 1)
    problems.push(`${sent.n} was handled ${sure - letters.length} times and is ${letters.length} dead letters`);
  const perhaps = done.some((each) => each.member.at.crashed && !wasCutShort(each));
  if (sure === 0 && !perhaps) problems.push(`${sent.n} was neither handled nor is it a dead letter`);
  const last = tries.at(-1);
  for (const { code, attempts } of letters) {
    const asTried =
      code === 'handler_crashed' ? usedUpByCrash(record, last) : last?.outcome === 'dead' && last.attempt === attempts;
    if (!asTried)
      problems.push(`${sent.n} is a dead letter (${code}, ${attempts} attempts), tried as ${inWords(tries)}`);
    if (code !== 'dead_letter' && attempts !== record.group.maxAttempts) {
      problems.push(`${sent.n} was given up after ${attempts} attempts (${code})`);
    }
  }
  return problems;
}

/**
 * Whether crashes may have used up the attempts behind one: each counts an attempt that it ended, or that was noted and had not begun
 * yet, or that may have been.
 */
export function usedUpByCrash(record: GroupRecord, last: Try | undefined): boolean {
  const unseen = record.group.maxAttempts - (last?.attempt ?? 0);
  const crashes = crashesBetween(record, last?.began ?? 0, Number.POSITIVE_INFINITY);
  return unseen === 0 ? last?.member.at.crashed === true : unseen <= crashes;
}

/** Attempts go up by one. A redrive begins anew, as does what was set aside; each process that ends may count one that nobody saw. */
function attemptProblems(record: GroupRecord, sent: DurableSent): readonly string[] {
  const tries = triesOf(record, sent);
  let anew = sent.redrives.get(record.group) ?? 0;
  for (const [index, { attempt, began }] of tries.entries()) {
    const before = tries[index - 1];
    const goesOn = before !== undefined && (before.outcome === 'again' || before.member.at.crashed);
    const redriven = before !== undefined && anew > 0 && (before.outcome === 'dead' || usedUpByCrash(record, before));
    const due = [
      ...(goesOn ? [before.attempt + 1] : []),
      ...(before === undefined || redriven || mayBeParked(record, sent) ? [1] : []),
    ];
    const unseen = crashesBetween(record, before?.began ?? 0, began);
    if (!due.some((each) => each <= attempt && attempt <= each + unseen)) {
      const expected = due.length === 0 ? 'none' : due.join(' or ');
      return [`${sent.n}: attempt ${attempt} where ${expected} was due: ${inWords(tries)}`];
    }
    if (redriven && !(goesOn && attempt > before.attempt)) anew -= 1;
  }
  return [];
}

/** How many processes with members of the group ended. */
function crashesBetween({ members }: GroupRecord, from: number, to: number): number {
  const ended = new Set(members.map(({ at }) => at));
  return [...ended].filter(({ crashedAt }) => crashedAt !== undefined && from < crashedAt && crashedAt < to).length;
}

/** A group that has had one member but for that of the end, which does one thing at a time, first tries events in the order of the log. */
function loneOrderProblems(record: GroupRecord): readonly string[] {
  const handling = new Set(record.log.flatMap((sent) => triesOf(record, sent).map(({ member }) => member)));
  const [lone, ...others] = handling;
  if (lone === undefined || others.length > 0 || lone.concurrency > 1) return [];
  // The healthy member of the end comes last, with nothing left to do.
  if (lone !== record.members[0] || record.members.length > 2) return [];
  let last = 0;
  for (const sent of record.log) {
    if (mayBeParked(record, sent)) continue;
    const first = triesOf(record, sent)[0]?.began ?? last;
    if (first < last) return [`${sent.n} was first tried before what was published before it`];
    last = first;
  }
  return [];
}

/** Attempts, for a report. */
export function inWords(tries: readonly Try[]): string {
  return tries
    .map(
      ({ member, attempt, outcome = 'running', call }) =>
        `${attempt} by ${member.number}${member.at.crashed ? ' (crashed)' : ''} ${outcome} @${call}`,
    )
    .join(', ');
}
