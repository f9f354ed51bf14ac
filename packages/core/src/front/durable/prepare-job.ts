import type { TidingsError } from '../../errors/tidings-error.js';
import type { BusCore } from '../bus-core.js';
import { DurableDelivery } from './durable-delivery.js';
import { bury, type Job, type ReadyJob } from './group-job.js';
import { jsonText } from './json-text.js';
import { isRefused, type RefusedEvent, readEvent } from './read-event.js';

/** The event as the handler gets it; undefined if there is nothing to call it with: then that is settled. */
export function prepareJob(core: BusCore, job: Job, maxAttempts: number): ReadyJob | undefined {
  const { membership, held, index } = job;
  const { channel } = membership;
  if (!membership.holds(held)) return undefined;
  const begun = Number(held.notes.attempts[index]);
  if (membership.stopped) {
    // While it was noted that the handler would be called, its subscription ended: it is not.
    if (held.notes.careful) held.notes.attempts[index] = begun - 1;
    return undefined;
  }
  const attempt = held.notes.careful ? begun : begun + 1;
  if (attempt > maxAttempts) {
    const reason = `its handler was at it ${maxAttempts} times when the process ended`;
    bury(job, { code: 'handler_crashed', reason, attempts: maxAttempts });
    return undefined;
  }
  let read: ReturnType<typeof readEvent>;
  try {
    read = readEvent(core, channel, held.elements[index]);
  } catch (error) {
    core.listeners.emit('error', error as TidingsError);
    bury(job, { code: 'async_schema', reason: (error as TidingsError).message, attempts: 0 });
    return undefined;
  }
  if (isRefused(read)) {
    putAside(job, read);
    return undefined;
  }
  const { envelope, data } = read;
  const delivery = new DurableDelivery(channel, envelope, data, attempt, held.cursorOf(index, envelope.time));
  return { membership, held, index, attempt, delivery };
}

/** What others may read is parked for them; the rest is given up. */
function putAside(job: Job, { reason, message, eventId, envelope }: RefusedEvent): void {
  const { membership, held, index } = job;
  if (reason !== 'version' || envelope === undefined) {
    bury(job, { code: reason, reason: message, attempts: 0, eventId });
    return;
  }
  const { id, minReader, version } = envelope;
  held.parked.push({
    event: jsonText(held.elements[index]),
    minReader,
    told: { eventId: id, version, minReader },
  });
  membership.done(held, index);
}
