import assert from 'node:assert/strict';
import type { CreateBus } from './bus-features.js';
import type { DurableSent } from './durable-law-model.js';
import { type DurableLawOptions, DurablePlanRun } from './durable-plan-run.js';
import type { DurableStep } from './durable-step.js';
import { type GroupRecord, groupProblems } from './group-laws.js';
import { keyOrderProblems } from './key-order-laws.js';
import { checkGroups, checkReaders, deadLettersOf, logProblems, readerProblems, totalsProblems } from './law-ending.js';
import type { MemberWish } from './law-members.js';
import { LawReader } from './law-reader.js';

let worlds = 0;

/** Takes all that the others have left. */
const healthy: Omit<MemberWish, 'group'> = {
  channels: [0, 1],
  manner: 'quick',
  version: 2,
  concurrency: 1,
  batch: undefined,
  maxQueued: 256,
  retryMs: 0,
};

/**
 * Carries a plan out on durable channels and holds the buses to their laws.
 *
 * In the end a healthy member joins each group; then, of each event that was accepted and each group that it was published for:
 *
 * 1. It was handled once, or it is a dead letter of the group, once, with its attempts. What a process that crashed had handled may
 *    have been handled again.
 * 2. At no time did two live members handle it, nor one twice. A handler that ran out of time no longer counts.
 * 3. Of each key, an attempt begins when the events before it, in the order of the log, are done or dead: also over retries,
 *    rebalancing and crashes. Events of one call are in that order. What was redriven, and what a member was too old for, is out of it.
 * 4. Attempts begin with 1, go up by one, and never exceed `maxAttempts`. Each crash may count one that nobody saw begin. What was
 *    redriven begins anew, and what was parked may.
 * 5. Nothing begins after `close()` of its subscription or `unsubscribe()` were called, that of its bus was called without `drain`, or
 *    has resolved.
 * 6. Readers by cursor get every event once, in the order of the log by key, over any number of stops.
 * 7. Everything settles, nothing is left over, totals add up, groups have the members that they should have, and nothing is reported
 *    but what handlers did.
 * 8. What was accepted is in the log once, also if published again with the id that was chosen; what was refused is not; each publisher's
 *    events of a key, or of a channel without one, are in the order in which it published them.
 *
 * What a process does after its crash is left out of all of this.
 */
export async function keepDurableLaws(
  plan: readonly DurableStep[],
  createBus: CreateBus,
  options: DurableLawOptions,
): Promise<void> {
  worlds += 1;
  const run = new DurablePlanRun(`durablelaws${worlds}`, createBus, options);
  try {
    for (const step of plan) await run.take(step);
    await finish(run);
  } finally {
    await run.end();
  }
}

async function finish(run: DurablePlanRun): Promise<void> {
  const last = run.addBus();
  for (const [group] of run.members.groups.entries()) run.members.join(last, { ...healthy, group });
  for (const reader of run.readers) if (!reader.reading) run.resume(reader, last, { manner: 'handler' });
  const witnesses = run.channels.map((channel, number) => {
    const reader = new LawReader(number, channel, { version: 2, from: 'start' }, run.ticks);
    run.resume(reader, last, { manner: 'stream' });
    return reader;
  });
  await run.buryCrashed();
  await run.settled();
  await run.until(async () => {
    run.checkIdle();
    checkReaders(run, [...run.readers, ...witnesses]);
    await checkGroups(run, last);
    run.checkIdle();
  });
  const letters = await Promise.all(run.channels.map((channel) => deadLettersOf(run, last, channel)));
  for (const at of run.buses) run.close(at, true);
  await run.settled();
  const logs = witnesses.map(({ seen }) => seen.map((n) => run.publisher.sent[n] as DurableSent));
  const records = run.channels.flatMap(({ keyed }, number) =>
    run.members.groups.map((group): GroupRecord => {
      const members = run.members.all.filter((each) => each.group === group && each.everChannels.has(number));
      const log = logs[number] ?? [];
      return { group, keyed, log, members, dead: letters[number]?.get(group) ?? new Map() };
    }),
  );
  const problems = [
    ...run.violations,
    ...logs.flatMap((log, channel) => logProblems(run, log, channel)),
    ...run.readers.flatMap((reader) => readerProblems(reader, logs[reader.channel] ?? [], run.channels)),
    ...records.flatMap((record) => [...groupProblems(record), ...keyOrderProblems(record)]),
    ...run.buses.flatMap((at) => totalsProblems(at)),
  ];
  assert.deepEqual(problems, []);
}
