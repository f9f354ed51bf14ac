import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { eventually } from '@tidings/core/testing';
import {
  type JoinOptions,
  type LogBatch,
  type LogChannel,
  type LogEntry,
  type LogMember,
  type LogReader,
  type LogStart,
  type LogTransport,
  mostEventsInEntry,
  type Settlement,
} from '@tidings/core/transport';
import type { RedisBusOptions } from '@tidings/redis';
import { resolveRedisBusOptions } from '../src/options/resolve-redis-bus-options.js';
import { redisTransport } from '../src/redis-bus.js';
import type { RedisTransport } from '../src/redis-transport.js';

/** What a transport told, while it was open. */
export interface Opened extends AsyncDisposable {
  readonly transport: RedisTransport;
  readonly log: LogTransport;
  readonly told: {
    readonly failed: unknown[];
    readonly interrupted: (string | undefined)[];
    readonly statuses: string[];
    writable: number;
  };
}

/** A name that nobody else uses. */
export function fresh(what = 'c'): string {
  return `${what}.x${randomUUID().replaceAll('-', '')}`;
}

export function channel(given: Partial<LogChannel> = {}): LogChannel {
  return {
    name: fresh(),
    keyed: false,
    maxAgeMs: Number.POSITIVE_INFINITY,
    maxCount: Number.POSITIVE_INFINITY,
    ...given,
  };
}

export async function open(options: RedisBusOptions): Promise<Opened> {
  const transport = redisTransport(resolveRedisBusOptions(options));
  const told: Opened['told'] = { failed: [], interrupted: [], statuses: [], writable: 0 };
  await transport.open({
    frame: () => {},
    status: (status) => told.statuses.push(status),
    writable: () => {
      told.writable += 1;
    },
    interrupted: (name) => told.interrupted.push(name),
    failed: (error) => told.failed.push(error),
    warning: () => {},
  });
  return { transport, log: transport.log, told, [Symbol.asyncDispose]: () => transport.close(2_000) };
}

/** A batch of events that are numbers. */
export function numbers(from: number, count: number, onceKeys?: readonly (string | undefined)[]): LogBatch[] {
  assert.ok(count <= mostEventsInEntry);
  return [{ events: Array.from({ length: count }, (_, at) => JSON.stringify({ n: from + at })), onceKeys }];
}

/** What numbers an entry holds. */
export function numbersIn({ payload }: LogEntry): number[] {
  const parsed = JSON.parse(Buffer.from(payload as Uint8Array).toString()) as { n: number } | { n: number }[];
  return (Array.isArray(parsed) ? parsed : [parsed]).map(({ n }) => n);
}

export const done: Settlement = { done: true, notes: '', dead: [], parked: [] };

/** What a member or reader was told, and what it took. */
export class Told {
  readonly taken: LogEntry[] = [];
  readonly events: string[] = [];
  readonly failed: unknown[] = [];
  #available: (() => void)[] = [];

  get numbers(): number[] {
    return this.taken.flatMap(numbersIn);
  }

  available(): void {
    const waiting = this.#available;
    this.#available = [];
    for (const go of waiting) go();
  }

  /** Resolves at the next time. */
  async next(): Promise<void> {
    await new Promise<void>((resolve) => this.#available.push(resolve));
  }

  lost(partition: number | undefined): void {
    this.events.push(`lost ${partition}`);
  }

  revoked(partition: number): void {
    this.events.push(`revoked ${partition}`);
  }

  reset(partition: number): void {
    this.events.push(`reset ${partition}`);
  }

  failed_(error: unknown): void {
    this.failed.push(error);
  }
}

/** Takes until the condition holds. */
export async function takeUntil(
  { take }: { take: () => Promise<readonly LogEntry[]> },
  told: Told,
  isEnough: () => boolean,
): Promise<void> {
  await eventually(
    async () => {
      if (!isEnough()) told.taken.push(...(await take()));
      assert.ok(isEnough(), JSON.stringify(told.numbers));
    },
    { timeoutMs: 20_000 },
  );
}

/** A member that only takes when it is told to. */
export async function join(
  log: LogTransport,
  what: LogChannel,
  options: Partial<JoinOptions> = {},
): Promise<{ member: LogMember; told: Told; takes: (count: number) => Promise<LogEntry[]> }> {
  const told = new Told();
  const sink = {
    available: () => told.available(),
    lost: (partition: number | undefined) => told.lost(partition),
    revoked: (partition: number) => told.revoked(partition),
    reset: (partition: number) => told.reset(partition),
    failed: (error: unknown) => told.failed_(error),
  };
  const member = await log.join(what, { group: 'g', startAt: 'start', version: 1, ...options }, sink);
  /** Takes so many entries, one or a few at a time, and returns them. */
  const takes = async (count: number): Promise<LogEntry[]> => {
    const before = told.taken.length;
    await takeUntil({ take: () => member.take(count) }, told, () => told.taken.length >= before + count);
    return told.taken.slice(before);
  };
  return { member, told, takes };
}

export async function read(
  log: LogTransport,
  what: LogChannel,
  start: LogStart,
): Promise<{ reader: LogReader; told: Told; takes: (count: number) => Promise<LogEntry[]> }> {
  const told = new Told();
  const reader = await log.read(what, start, {
    available: () => told.available(),
    lost: () => {},
    revoked: () => {},
    reset: (partition) => told.reset(partition),
    failed: (error) => told.failed_(error),
  });
  const takes = async (count: number): Promise<LogEntry[]> => {
    const before = told.taken.length;
    await takeUntil({ take: () => reader.take(count) }, told, () => told.taken.length >= before + count);
    return told.taken.slice(before);
  };
  return { reader, told, takes };
}
