import type { Redis } from 'ioredis';
import { shardedPubSub } from '../broadcast/pub-sub-dialect.js';
import { isReplyError } from '../errors/redis-failure.js';

/** What became of channels that a connection was thought to have open. */
export interface Hearing {
  /** They had been dropped, and are open again: what was sent meanwhile was missed. */
  readonly regained: readonly string[];
  /** The server refuses them now. */
  readonly refused: readonly string[];
}

const allIsWell: Hearing = { regained: [], refused: [] };

/**
 * Finds out what a connection should have open and has not, and subscribes to it again. A server drops channels whose slot it
 * loses, and when the slot is back nothing shows that they are not.
 *
 * @param open What should be open by now; asked several times, for it may change meanwhile.
 * @param settled Whether that is all that the connection has been asked for.
 * @param suspect Whether something is likely to be lost: look, even where the server does not say how much is open.
 * @throws what ioredis does if the connection is lost meanwhile
 */
export async function findDeaf(
  client: Redis,
  {
    open,
    settled,
    suspect,
  }: { readonly open: () => readonly string[]; readonly settled: boolean; readonly suspect: boolean },
): Promise<Hearing> {
  const expected = open().length;
  const count = await countOpen(client);
  if ((settled && count === expected) || (count === undefined && !suspect)) return allIsWell;
  const groups = shardedPubSub.together(open());
  // All in one go: what is opened and closed meanwhile comes before or after, never in between.
  const [before, ...answers] = await Promise.all([
    countOpen(client),
    ...groups.map((group) => shardedPubSub.subscribe(client, group).catch(refusal)),
  ]);
  return heard(groups, before === undefined ? undefined : Number(before), answers);
}

/** Each answer is how many channels the connection has then, so one that was lost makes that number grow. */
function heard(
  groups: ReadonlyArray<readonly string[]>,
  before: number | undefined,
  answers: readonly unknown[],
): Hearing {
  const regained: string[] = [];
  const refused: string[] = [];
  let count = before;
  for (const [index, group] of groups.entries()) {
    const answer = answers[index];
    if (answer === undefined) {
      refused.push(...group);
      continue;
    }
    const after = Number(answer);
    // A slot is lost as a whole. Where the number before is not known, better a report too many.
    if (count === undefined || after > count) regained.push(...group);
    count = after;
  }
  return { regained, refused };
}

/** How many sharded channels the connection has open. Servers before 7.0.3 don't say, nor does one that may not be asked. */
async function countOpen(client: Redis): Promise<number | undefined> {
  const info = await client.client('INFO').catch(refusal);
  const count = /\bssub=(\d+)/.exec(String(info))?.[1];
  return count === undefined ? undefined : Number(count);
}

function refusal(error: unknown): undefined {
  if (isReplyError(error)) return undefined;
  throw error;
}
