import type { AnyChannel } from '../../channel/channel.js';
import type { LogChannel } from '../../transport/log-transport.js';

/** How long a durable channel keeps its events if it does not say, in milliseconds. */
export const defaultMaxAgeMs: number = 7 * 24 * 60 * 60 * 1_000;

const known = new WeakMap<AnyChannel, LogChannel>();

/** What a log has to know of a channel. */
export function logChannelOf(channel: AnyChannel): LogChannel {
  let log = known.get(channel);
  if (log === undefined) {
    const { name, key, retention } = channel;
    log = {
      name,
      keyed: key !== undefined,
      maxAgeMs: retention?.maxAgeMs ?? defaultMaxAgeMs,
      maxCount: retention?.maxCount ?? Number.POSITIVE_INFINITY,
    };
    known.set(channel, log);
  }
  return log;
}
