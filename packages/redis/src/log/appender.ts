import { randomUUID } from 'node:crypto';
import { TidingsError } from '@tidings/core';
import { batchText, type LogBatch, type LogChannel } from '@tidings/core/transport';
import { CallOver } from './log-calls.js';
import type { LogContext } from './log-context.js';
import type { ScriptArgument } from './script.js';
import { appendScript } from './scripts/append.js';

/** Appends batches, once however often they have to be sent: what goes together has a number, of this bus and partition. */
export class Appender {
  readonly #context: LogContext;
  readonly #onceWindowMs: number;
  readonly #epoch = randomUUID().replaceAll('-', '');
  readonly #numbers = new Map<string, number>();

  constructor(context: LogContext, onceWindowMs: number) {
    this.#context = context;
    this.#onceWindowMs = onceWindowMs;
  }

  /** @throws TidingsError */
  async append(channel: LogChannel, tag: number, batches: readonly LogBatch[]): Promise<void> {
    const { calls, keys, closed } = this.#context;
    const sent = keys.sent(tag, channel.name, this.#epoch);
    const number = (this.#numbers.get(sent) ?? 0) + 1;
    this.#numbers.set(sent, number);
    const chosen = batches.flatMap((batch) => batch.onceKeys?.filter((key) => key !== undefined) ?? []);
    const places = new Map([...new Set(chosen)].map((key, at) => [key, at + 1]));
    const onceKeys = [...places.keys()].map((key) => keys.once(tag, channel.name, key));
    const args: readonly ScriptArgument[] = [
      channel.name,
      number,
      this.#onceWindowMs,
      limit(channel.maxAgeMs),
      limit(channel.maxCount),
      keys.wake(tag, channel.name),
      this.#context.wakeCommand(),
      ...batches.flatMap((batch) => argumentsFor(batch, places)),
    ];
    try {
      await calls.call({
        script: appendScript,
        tag,
        keys: [keys.log(tag, channel.name), keys.heads(tag), sent, ...onceKeys],
        args: () => args,
        ending: closed,
        channel: channel.name,
      });
    } catch (error) {
      if (!(error instanceof CallOver)) throw error;
      throw error.sent ? unknown(channel.name) : unsent(channel.name);
    }
  }
}

/** How many events, and what they are; with the places of their keys, from 1, where they have some. */
function argumentsFor(
  { events, onceKeys = [] }: LogBatch,
  places: ReadonlyMap<string, number>,
): readonly ScriptArgument[] {
  if (onceKeys.some((key) => key !== undefined)) {
    return [events.length, 'each', ...events.flatMap((event, at) => [event, places.get(onceKeys[at] ?? '') ?? 0])];
  }
  return [events.length, 'whole', batchText(events)];
}

function limit(value: number): number {
  return Number.isFinite(value) ? Math.floor(value) : -1;
}

function unknown(channel: string): TidingsError {
  const message = `the bus was closed before Redis answered: what was published on '${channel}' may or may not have been stored`;
  return new TidingsError('outcome_unknown', message, { channel });
}

function unsent(channel: string): TidingsError {
  const message = `the bus was closed before what was published on '${channel}' could be sent: nothing was stored`;
  return new TidingsError('closed', message, { channel });
}
