import { randomUUID } from 'node:crypto';
import { TidingsError } from '@tidings/core';
import type { LogBatch, LogChannel } from '@tidings/core/transport';
import { CallOver } from './log-calls.js';
import type { LogContext } from './log-context.js';
import type { ScriptArgument } from './script.js';
import { appendScript } from './scripts/append.js';

/** Appends batches, each once however often it has to be sent: it has a number, of this bus and partition. */
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
  async append(channel: LogChannel, tag: number, batch: LogBatch): Promise<void> {
    const { calls, keys, closed } = this.#context;
    const sent = keys.sent(tag, channel.name, this.#epoch);
    const number = (this.#numbers.get(sent) ?? 0) + 1;
    this.#numbers.set(sent, number);
    const once = (batch.onceKeys ?? []).map((key) => (key === undefined ? key : keys.once(tag, channel.name, key)));
    const onceKeys = [...new Set(once.filter((key) => key !== undefined))];
    const args: readonly ScriptArgument[] = [
      channel.name,
      number,
      this.#onceWindowMs,
      limit(channel.maxAgeMs),
      limit(channel.maxCount),
      keys.wake(tag, channel.name),
      this.#context.wakeCommand(),
      batch.events.length,
      ...(onceKeys.length === 0 ? [payloadOf(batch.events)] : withPlaces(batch.events, once, onceKeys)),
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

function payloadOf(events: readonly string[]): string {
  return events.length === 1 ? (events[0] as string) : `[${events.join(',')}]`;
}

/** Each event, and the place of its key, from 1. */
function withPlaces(
  events: readonly string[],
  once: readonly (string | undefined)[],
  onceKeys: readonly string[],
): readonly ScriptArgument[] {
  const places = new Map(onceKeys.map((key, at) => [key, at + 1]));
  return events.flatMap((event, at) => [event, places.get(once[at] ?? '') ?? 0]);
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
