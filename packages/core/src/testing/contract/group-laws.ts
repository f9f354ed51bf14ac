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

/** Whether a crash may have used up the last attempt: in the midst of it, or when it had been noted and not begun. */
export function usedUpByCrash({ group, members }: GroupRecord, last: Try | undefined): boolean {
  const crashed = members.some(({ at }) => at.crashed);
  if (last?.attempt === group.maxAttempts) return last.member.at.crashed;
  return crashed && (last?.attempt ?? 0) === group.maxAttempts - 1;
}

/** Attempts go up by one; a process that ends in between may have begun one more that nobody saw. */
function attemptProblems(record: GroupRecord, sent: DurableSent): readonly string[] {
  const tries = triesOf(record, sent);
  let anew = sent.redrives.get(record.group) ?? 0;
  let before: Try | undefined;
  for (const each of tries) {
    const crashes = record.members.some(
      ({ at }) => at.crashedAt !== undefined && at.crashedAt < each.began && at.crashedAt > (before?.began ?? 0),
    );
    const again = before?.outcome === 'again' || before?.member.at.crashed === true;
    const restart = before === undefined || (before.outcome === 'dead' && anew > 0);
    const expected = again && before !== undefined ? before.attempt + 1 : 1;
    if (!again && !restart) return [`${sent.n} was tried once more when that was over: ${inWords(tries)}`];
    if (before !== undefined && !again) anew -= 1;
    const most = expected + (crashes && expected <= 1 + (before?.attempt ?? 0) ? 1 : 0);
    // What is set aside comes back without the attempts that there were.
    const setAside = mayBeParked(record, sent) && each.attempt <= (crashes ? 2 : 1);
    if (!setAside && (each.attempt < expected || each.attempt > most)) {
      return [`${sent.n}: attempt ${each.attempt} where ${expected} was due: ${inWords(tries)}`];
    }
    before = each;
  }
  return [];
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
