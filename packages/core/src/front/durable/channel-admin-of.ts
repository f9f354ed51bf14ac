import type { ChannelAdmin, DeadLetter } from '../../bus/channel-admin.js';
import type { AnyChannel } from '../../channel/channel.js';
import type { DeadLetterEntry, LogTransport } from '../../transport/log-transport.js';
import { atLeast, refuse, requireObject, unknownOptions } from '../option-checks.js';
import { readBeginning } from './cursor-text.js';
import { logChannelOf } from './log-channel-of.js';
import { groupNameProblems } from './resolve-durable-options.js';

/** Waits for the log, but not for ever. */
export type InTime = <T>(asked: () => Promise<T>) => Promise<T>;

/** The admin face of one channel. */
export function channelAdminOf(log: LogTransport, channel: AnyChannel, inTime: InTime): ChannelAdmin {
  const own = logChannelOf(channel);
  return {
    async groups() {
      const groups = await inTime(() => log.groups(own));
      return groups.map((group) => ({ ...group, lag: group.waiting + group.pending + group.parked }));
    },
    async resetGroup(group, from) {
      refuse('this call of resetGroup', groupNameProblems(group));
      const { start } = readBeginning(from);
      await inTime(() => log.resetGroup(own, group, start));
    },
    async deleteGroup(group) {
      refuse('this call of deleteGroup', groupNameProblems(group));
      return inTime(() => log.deleteGroup(own, group));
    },
    async deadLetters(filter = {}) {
      requireObject('the filter of deadLetters', filter);
      const { group, after, limit = 100 } = filter;
      refuse('the filter of deadLetters', [
        ...unknownOptions(filter, ['group', 'after', 'limit']),
        ...(group === undefined ? [] : groupNameProblems(group)),
        ...ids('after', after === undefined ? [] : [after]),
        ...atLeast(1, 'limit', limit),
      ]);
      const found = await inTime(() => log.deadLetters(own, { group, after, limit }));
      return found.map(asDeadLetter);
    },
    async redrive(list) {
      refuse('this call of redrive', ids('each id', list));
      return list.length === 0 ? 0 : inTime(() => log.redrive(own, list));
    },
    async discard(list) {
      refuse('this call of discard', ids('each id', list));
      return list.length === 0 ? 0 : inTime(() => log.discard(own, list));
    },
  };
}

function ids(name: string, list: unknown): readonly string[] {
  const fine = Array.isArray(list) && list.every((id) => typeof id === 'string' && id !== '');
  return fine ? [] : [`${name} must be one that deadLetters() gave, in a list`];
}

function asDeadLetter({ id, group, at, reason, code, attempts, eventId, event }: DeadLetterEntry): DeadLetter {
  const text = typeof event === 'string' ? event : new TextDecoder().decode(event);
  return { id, group, at: new Date(at), reason, code, attempts, eventId, event: text };
}
