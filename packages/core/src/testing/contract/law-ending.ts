import assert from 'node:assert/strict';
import type { DurableBusUnderTest, DurableSent, LawGroup } from './durable-law-model.js';
import type { DurablePlanRun } from './durable-plan-run.js';
import type { LawChannel } from './law-channels.js';
import type { LawReader } from './law-reader.js';

/** Dead letters as far as the laws go. */
export type Letters = ReadonlyMap<DurableSent, readonly { readonly code: string; readonly attempts: number }[]>;

/** Everybody who reads by cursor has all that is for them. */
export function checkReaders(run: DurablePlanRun, readers: readonly LawReader[]): void {
  const missing = readers.flatMap((reader, number) => {
    const seen = new Set(reader.seen);
    return run.publisher.sent
      .filter((sent) => reader.isOwed(sent) && !seen.has(sent.n))
      .map(({ n }) => `${number}: ${n}`);
  });
  assert.deepEqual(missing, [], 'readers lack events');
}

/** No group is behind, and each has the members that it should have. */
export async function checkGroups(run: DurablePlanRun, { bus }: DurableBusUnderTest): Promise<void> {
  for (const [number, { first }] of run.channels.entries()) {
    const found = await bus.admin(first).groups();
    const expected = run.members.groups.map(({ name }) => ({
      name,
      lag: 0,
      waiting: 0,
      pending: 0,
      parked: 0,
      members: run.members.all.filter((each) => each.group.name === name && each.at.usable && each.channels.has(number))
        .length,
    }));
    assert.deepEqual(
      found,
      expected.sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
  }
}

/** The dead letters of a channel, by group. */
export async function deadLettersOf(
  run: DurablePlanRun,
  { bus }: DurableBusUnderTest,
  { first }: LawChannel,
): Promise<ReadonlyMap<LawGroup, Letters>> {
  const found = await bus.admin(first).deadLetters({ limit: 10_000 });
  return new Map(
    run.members.groups.map((group) => {
      const letters = new Map<DurableSent, { code: string; attempts: number }[]>();
      for (const { code, attempts, event } of found.filter((each) => each.group === group.name)) {
        const { data } = JSON.parse(event) as { readonly data: { readonly n: number } };
        const sent = run.publisher.sent[data.n] as DurableSent;
        letters.set(sent, [...(letters.get(sent) ?? []), { code, attempts }]);
      }
      return [group, letters];
    }),
  );
}

/** What was accepted is in the log once, whatever was not is not, and each publisher's events of a key are in order. */
export function logProblems(
  { publisher, channels }: DurablePlanRun,
  log: readonly DurableSent[],
  channel: number,
): readonly string[] {
  const problems: string[] = [];
  const counts = new Map<DurableSent, number>();
  for (const sent of log) counts.set(sent, (counts.get(sent) ?? 0) + 1);
  for (const sent of publisher.sent.filter((each) => each.channel === channel)) {
    const { n, acceptedAt, unsure } = sent;
    const count = counts.get(sent) ?? 0;
    const fine = acceptedAt === undefined ? count === 0 || (unsure && count === 1) : count === 1;
    if (!fine) problems.push(`${n} is in the log ${count} times (${acceptedAt === undefined ? 'not ' : ''}accepted)`);
  }
  const last = new Map<string, number>();
  for (const { n, by, key } of log) {
    const from = `${by.number} ${channels[channel]?.keyed ? key : ''}`;
    if (n < (last.get(from) ?? -1)) problems.push(`${n} is in the log behind ${last.get(from)}`);
    last.set(from, n);
  }
  return problems;
}

/** It had each event once, and those of a key, or of a channel without keys, in the order of the log. */
export function readerProblems(
  { channel, seen, version }: LawReader,
  log: readonly DurableSent[],
  channels: readonly LawChannel[],
): readonly string[] {
  const problems: string[] = [];
  const places = new Map(log.map((sent, place) => [sent.n, place]));
  const last = new Map<string, number>();
  for (const n of seen) {
    const place = places.get(n);
    const sent = place === undefined ? undefined : log[place];
    if (place === undefined || sent === undefined || sent.version > version) {
      problems.push(`a reader got ${n}, which is not for it`);
      continue;
    }
    const lane = channels[channel]?.keyed ? sent.key : '';
    const before = last.get(lane) ?? -1;
    if (place <= before) problems.push(`a reader got ${n} after ${log[before]?.n}: ${seen.join(' ')}`);
    last.set(lane, place);
  }
  return problems;
}

/** What a bus counts is what happened. */
export function totalsProblems(at: DurableBusUnderTest): readonly string[] {
  // Nobody knows when exactly the process of one that crashed ended.
  if (at.crashed) return [];
  const { published, delivered, failed, retried, deadLettered, parked, dropped, gaps } = at.bus.health().totals;
  const counted = { published, delivered, failed, retried, deadLettered, parked, dropped, gaps };
  const happened = {
    published: at.accepted,
    delivered: at.succeeded,
    failed: at.failed,
    retried: at.retried,
    deadLettered: at.deadLettered,
    parked: at.parked,
    dropped: 0,
    gaps: 0,
  };
  const same = Object.entries(happened).every(([name, count]) => counted[name as keyof typeof counted] === count);
  if (!same) return [`bus ${at.number} counts ${JSON.stringify(counted)}, of ${JSON.stringify(happened)}`];
  // Those that crashes used up the attempts of are given up without a call.
  return at.givenUp <= at.deadLettered
    ? []
    : [`bus ${at.number} gave ${at.givenUp} up, and told of ${at.deadLettered}`];
}
