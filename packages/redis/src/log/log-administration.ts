import { TidingsError } from '@tidings/core';
import type {
  DeadLetterEntry,
  DeadLetterQuery,
  LogAdmin,
  LogChannel,
  LogGroup,
  LogStart,
} from '@tidings/core/transport';
import { compareDeadLetterIds, type DeadLetterId, readDeadLetterId, writeDeadLetterId } from './dead-letter-id.js';
import { Ending } from './ending.js';
import { CallOver } from './log-calls.js';
import type { LogContext } from './log-context.js';
import type { Script, ScriptArgument } from './script.js';
import { changeGroupScript } from './scripts/change-group.js';
import { discardScript } from './scripts/discard.js';
import { findPlaceScript } from './scripts/find-place.js';
import { listDeadScript } from './scripts/list-dead.js';
import { listGroupsScript } from './scripts/list-groups.js';
import { redriveScript } from './scripts/redrive.js';
import { afterFound, startOf } from './start-of.js';

/** So long somebody waits for an answer. */
const patienceMs = 10_000;
const pageSize = 100;
const mostIds = 500;

/** What is asked of Redis about one partition, until somebody loses patience. */
interface Desk {
  run(script: Script, tag: number, keys: readonly string[], args: readonly ScriptArgument[]): Promise<unknown>;
}

/** Groups and dead letters, over all partitions. */
export class LogAdministration implements LogAdmin {
  readonly #context: LogContext;
  readonly #tagsOf: (channel: LogChannel) => readonly number[];

  constructor(context: LogContext, tagsOf: (channel: LogChannel) => readonly number[]) {
    this.#context = context;
    this.#tagsOf = tagsOf;
  }

  groups(channel: LogChannel): Promise<readonly LogGroup[]> {
    const { keys } = this.#context;
    const { name } = channel;
    return this.#at(channel, async (desk) => {
      const answers = await Promise.all(
        this.#tagsOf(channel).map((tag) => {
          const { consumers, levels } = keys.ofGroup(tag, name, '');
          const all = [keys.members(tag), keys.log(tag, name), keys.heads(tag), keys.groups(tag, name)];
          return desk.run(listGroupsScript, tag, all, [name, consumers, levels, keys.parkedBefore(tag, name)]);
        }),
      );
      const groups = new Map<string, LogGroup>();
      for (const told of answers as [Buffer, number, number, number, number][][]) {
        for (const [text, waiting, pending, parked, members] of told) {
          const group = String(text);
          const sum = groups.get(group);
          groups.set(group, {
            name: group,
            waiting: waiting + (sum?.waiting ?? 0),
            pending: pending + (sum?.pending ?? 0),
            parked: parked + (sum?.parked ?? 0),
            // Each is a member in all partitions.
            members: Math.max(members, sum?.members ?? 0),
          });
        }
      }
      return [...groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    });
  }

  resetGroup(channel: LogChannel, group: string, start: LogStart): Promise<void> {
    return this.#at(channel, async (desk) => {
      if (!(await this.#isIdle(desk, channel, group))) throw notFound(channel, group);
      const { keys } = this.#context;
      await Promise.all(
        this.#tagsOf(channel).map(async (tag, partition) => {
          const from = startOf(start, partition);
          let after: string;
          if ('after' in from) {
            after = from.after;
          } else {
            const all = [keys.log(tag, channel.name), keys.heads(tag)];
            const found = await desk.run(findPlaceScript, tag, all, [channel.name, from.find]);
            const [head, entry] = (found as Buffer[]).map(String) as [string, string];
            after = afterFound(from, head, entry);
          }
          if ((await this.#change(desk, channel, tag, group, ['reset', after])) === -1) throw inUse(channel, group);
        }),
      );
    });
  }

  deleteGroup(channel: LogChannel, group: string): Promise<boolean> {
    return this.#at(channel, async (desk) => {
      if (!(await this.#isIdle(desk, channel, group))) return false;
      const tags = this.#tagsOf(channel);
      const answers = await Promise.all(tags.map((tag) => this.#change(desk, channel, tag, group, ['delete', ''])));
      if (answers.includes(-1)) throw inUse(channel, group);
      return true;
    });
  }

  deadLetters(channel: LogChannel, query: DeadLetterQuery): Promise<readonly DeadLetterEntry[]> {
    const after = query.after === undefined ? undefined : readDeadLetterId(query.after);
    if (query.after !== undefined && after === undefined) return Promise.reject(notAnId(channel));
    return this.#at(channel, async (desk) => {
      const letters = await Promise.all(
        this.#tagsOf(channel).map((tag, partition) => this.#deadAt(desk, channel, { tag, partition }, query, after)),
      );
      return letters
        .flat()
        .sort((a, b) => compareDeadLetterIds(a.at, b.at))
        .slice(0, query.limit)
        .map(({ letter }) => letter);
    });
  }

  redrive(channel: LogChannel, ids: readonly string[]): Promise<number> {
    const { keys, wakeCommand } = this.#context;
    const { name } = channel;
    return this.#ofEach(channel, ids, (desk, tag, some) => {
      const { levels } = keys.ofGroup(tag, name, '');
      const args = [keys.parkedBefore(tag, name), levels, keys.wake(tag, name), wakeCommand(), ...some];
      return desk.run(redriveScript, tag, [keys.dead(tag, name), keys.groups(tag, name)], args);
    });
  }

  discard(channel: LogChannel, ids: readonly string[]): Promise<number> {
    const { keys } = this.#context;
    return this.#ofEach(channel, ids, (desk, tag, some) =>
      desk.run(discardScript, tag, [keys.dead(tag, channel.name)], some),
    );
  }

  /** Whether there is such a group, without live members. @throws TidingsError `in_use` */
  async #isIdle(desk: Desk, channel: LogChannel, group: string): Promise<boolean> {
    const tags = this.#tagsOf(channel);
    const answers = await Promise.all(tags.map((tag) => this.#change(desk, channel, tag, group, ['look', ''])));
    if (answers.includes(-1)) throw inUse(channel, group);
    return answers.includes(1);
  }

  #change(
    desk: Desk,
    { name }: LogChannel,
    tag: number,
    group: string,
    what: readonly [string, string],
  ): Promise<unknown> {
    const { keys } = this.#context;
    const { consumers, lease, notes, gaps, levels } = keys.ofGroup(tag, name, group);
    const all = [keys.members(tag), keys.log(tag, name), keys.groups(tag, name)];
    const args = [group, keys.parkedBefore(tag, name), ...what];
    return desk.run(changeGroupScript, tag, [...all, consumers, lease, notes, gaps, levels], args);
  }

  async #deadAt(
    desk: Desk,
    { name }: LogChannel,
    { tag, partition }: { readonly tag: number; readonly partition: number },
    { group, limit }: DeadLetterQuery,
    after: DeadLetterId | undefined,
  ): Promise<readonly { readonly at: DeadLetterId; readonly letter: DeadLetterEntry }[]> {
    const found: { readonly at: DeadLetterId; readonly letter: DeadLetterEntry }[] = [];
    let from = after === undefined ? '-' : `${partition > after.partition ? '' : '('}${after.id}`;
    while (found.length < limit) {
      const key = this.#context.keys.dead(tag, name);
      const page = (await desk.run(listDeadScript, tag, [key], [from, pageSize])) as [Buffer, Buffer[]][];
      for (const [text, fields] of page) {
        const at = { id: String(text), partition };
        from = `(${at.id}`;
        const letter = readLetter(at, fields);
        if (group === undefined || letter.group === group) found.push({ at, letter });
      }
      if (page.length < pageSize) break;
    }
    return found;
  }

  #ofEach(
    channel: LogChannel,
    ids: readonly string[],
    run: (desk: Desk, tag: number, ids: readonly string[]) => Promise<unknown>,
  ): Promise<number> {
    const read = [...new Set(ids)].flatMap((id) => readDeadLetterId(id) ?? []);
    return this.#at(channel, async (desk) => {
      const counts = this.#tagsOf(channel).map(async (tag, partition) => {
        const here = read.filter((each) => each.partition === partition).map(({ id }) => id);
        let count = 0;
        for (let at = 0; at < here.length; at += mostIds) {
          count += Number(await run(desk, tag, here.slice(at, at + mostIds)));
        }
        return count;
      });
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    });
  }

  async #at<T>(channel: LogChannel, work: (desk: Desk) => Promise<T>): Promise<T> {
    const { calls, closed } = this.#context;
    const ending = new Ending();
    const off = closed.onEnd(() => ending.end());
    const timer = setTimeout(() => ending.end(), patienceMs);
    const desk: Desk = {
      run: (script, tag, keys, args) =>
        calls.call({ script, tag, keys, args: () => args, ending, channel: channel.name }),
    };
    try {
      return await work(desk);
    } catch (error) {
      if (!(error instanceof CallOver)) throw error;
      throw closed.over ? isClosed(channel) : tooLate(channel);
    } finally {
      clearTimeout(timer);
      off();
    }
  }
}

function readLetter(at: DeadLetterId, fields: readonly Buffer[]): DeadLetterEntry {
  const facts = new Map(
    fields.flatMap((field, place) => (place % 2 === 0 ? [[String(field), fields[place + 1]]] : [])),
  );
  const text = (name: string): string => String(facts.get(name) ?? '');
  return {
    id: writeDeadLetterId(at),
    group: text('group'),
    at: Number(at.id.slice(0, at.id.indexOf('-'))),
    event: facts.get('event') ?? '',
    eventId: text('eventId') || undefined,
    reason: text('reason'),
    code: text('code'),
    attempts: Number(text('attempts')),
  };
}

function notAnId({ name }: LogChannel): TidingsError {
  return new TidingsError('invalid_option', `'after' must be the id of a dead letter of '${name}'`, { channel: name });
}

function notFound({ name }: LogChannel, group: string): TidingsError {
  return new TidingsError('not_found', `the channel '${name}' has no group '${group}'`, { channel: name });
}

function inUse({ name }: LogChannel, group: string): TidingsError {
  const message = `the group '${group}' of the channel '${name}' has live members: stop them first, and wait until their lease is over`;
  return new TidingsError('in_use', message, { channel: name });
}

function tooLate({ name }: LogChannel): TidingsError {
  const message = `Redis did not answer about the channel '${name}' within ${patienceMs} ms: it is away, or part of it is`;
  return new TidingsError('timed_out', message, { channel: name });
}

function isClosed({ name }: LogChannel): TidingsError {
  const message = `the bus was closed before Redis answered about the channel '${name}'`;
  return new TidingsError('closed', message, { channel: name });
}
