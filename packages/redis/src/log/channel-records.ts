import { TidingsError } from '@tidings/core';
import type { LogChannel } from '@tidings/core/transport';
import type { Ending } from './ending.js';
import type { LogCalls } from './log-calls.js';
import type { LogKeys } from './log-keys.js';
import { recordScript } from './scripts/record.js';

/** The version of what is kept in Redis, as docs/redis-layout.md tells. */
export const layoutVersion = 1;

interface Recorded {
  readonly layout: number;
  readonly partitions: number;
  readonly keyed: boolean;
}

/** Sees to it that all buses keep a channel's log in the same way: who is first says how. */
export class ChannelRecords {
  readonly #partitions: number;
  readonly #calls: LogCalls;
  readonly #keys: LogKeys;
  readonly #closed: Ending;
  readonly #checked = new Map<string, Promise<void>>();
  /** Whether those that agree have a key. */
  readonly #agreed = new Map<string, boolean>();

  constructor(
    partitions: number,
    { calls, keys, closed }: { readonly calls: LogCalls; readonly keys: LogKeys; readonly closed: Ending },
  ) {
    this.#partitions = partitions;
    this.#calls = calls;
    this.#keys = keys;
    this.#closed = closed;
  }

  /** Undefined if it is known that they agree. @throws TidingsError `invalid_option` if they do not */
  check(channel: LogChannel): Promise<void> | undefined {
    if (this.#agreed.get(channel.name) === channel.keyed) return undefined;
    const what = `${channel.keyed}:${channel.name}`;
    const known = this.#checked.get(what);
    if (known !== undefined) return known;
    const checking = this.#check(channel).finally(() => this.#checked.delete(what));
    this.#checked.set(what, checking);
    return checking;
  }

  /** It is to be said anew. */
  forget(channel: string): void {
    this.#agreed.delete(channel);
  }

  async #check({ name, keyed }: LogChannel): Promise<void> {
    const mine: Recorded = { layout: layoutVersion, partitions: this.#partitions, keyed };
    const answer = await this.#calls.call({
      script: recordScript,
      tag: 0,
      keys: [this.#keys.channels],
      args: () => [name, JSON.stringify(mine)],
      ending: this.#closed,
      channel: name,
    });
    const problem = disagreement(name, JSON.parse(String(answer)), mine);
    if (problem !== undefined) throw new TidingsError('invalid_option', problem, { channel: name });
    this.#agreed.set(name, keyed);
  }
}

function disagreement(name: string, theirs: Recorded, mine: Recorded): string | undefined {
  const { layout, partitions, keyed } = theirs;
  if (layout !== mine.layout) {
    return `the channel '${name}' is kept in Redis in layout ${layout}, and this release knows layout ${mine.layout}: use releases that know the same`;
  }
  if (partitions !== mine.partitions) {
    return `the channel '${name}' was first used with ${partitions} partitions, and this bus has ${mine.partitions}: give each bus the same 'partitions', or the channel another name`;
  }
  if (keyed === mine.keyed) return undefined;
  const [was, is] = keyed ? ['with', 'without'] : ['without', 'with'];
  return `the channel '${name}' was first used ${was} an ordering key, and is ${is} one here: what has a key has ${mine.partitions} partitions, what has none has 1, so give the channel another name`;
}
