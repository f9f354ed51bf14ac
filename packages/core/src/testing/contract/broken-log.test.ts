import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, test, vi } from 'vitest';
import { systemClock } from '../../front/clock.js';
import { TransportBus } from '../../front/transport-bus.js';
import { MemoryHub } from '../../memory/memory-hub.js';
import { MemoryTransport } from '../../memory/memory-transport.js';
import type { LogEntry, LogMember, LogReader, LogTransport } from '../../transport/log-transport.js';
import type { CreateBus } from './bus-features.js';
import { keepDurableLaws } from './durable-laws.js';
import type { DurableStep } from './durable-step.js';

// What the broken buses have nobody to tell is not for those who read the tests' output.
beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterAll(() => vi.restoreAllMocks());

/** What is done otherwise than by a log that keeps its promises. */
interface Break {
  log?(log: LogTransport): Partial<LogTransport>;
  member?(member: LogMember): Partial<LogMember>;
  reader?(reader: LogReader): Partial<LogReader>;
}

/** Buses on one memory log, some of whose methods are others. */
function onBrokenLog({ log: breakLog, member: breakMember, reader: breakReader }: Break): CreateBus {
  const hubs = new Map<string, MemoryHub>();
  return (world, options) => {
    const hub = hubs.get(world) ?? new MemoryHub();
    hubs.set(world, hub);
    const inner = new MemoryTransport(hub, { partitions: 4, onceWindowMs: 60_000, clock: systemClock });
    const { log } = inner;
    const broken: Partial<LogTransport> = {
      join: async (...about) => {
        const member = await log.join(...about);
        return { ...member, ...breakMember?.(member) };
      },
      read: async (...about) => {
        const reader = await log.read(...about);
        return { ...reader, ...breakReader?.(reader) };
      },
      ...breakLog?.(log),
    };
    return new TransportBus(otherwise(inner, { log: otherwise(log, broken) }), options);
  };
}

/** An object, some of whose members are others. */
function otherwise<T extends object>(target: T, others: Partial<Record<keyof T, unknown>>): T {
  return new Proxy(target, {
    get(_target, name) {
      const value: unknown = Reflect.get(name in others ? others : target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const published = (channel: number, count: number): DurableStep => ({
  do: 'publish',
  bus: 0,
  channel,
  version: 1,
  key: 0,
  count,
  mixed: true,
  chosen: undefined,
});
const joined = (about: Partial<Extract<DurableStep, { do: 'join' }>> = {}): DurableStep => ({
  do: 'join',
  bus: 0,
  channels: [0, 1],
  group: 0,
  manner: 'slow',
  version: 2,
  concurrency: 1,
  batch: undefined,
  maxQueued: 3,
  retryMs: 0,
  ...about,
});
const quiet: DurableStep = { do: 'wait', for: 'quiet' };
const turn: DurableStep = { do: 'wait', for: 'turn' };
const plan: readonly DurableStep[] = [
  joined({ concurrency: 4, maxQueued: 256 }),
  turn,
  published(0, 20),
  turn,
  joined({ bus: 1 }),
  { do: 'read', bus: 0, channel: 0, version: 2, manner: 'handler', from: 'start' },
  turn,
  ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((count) => [published(0, 1), published(1, 1 + (count % 2))]),
  turn,
  joined({ manner: 'throws' }),
  quiet,
  { do: 'resume', reader: 0, bus: 1, manner: 'stream' },
  published(0, 5),
  published(1, 5),
  quiet,
  joined({ manner: 'rejects', group: 1 }),
  quiet,
  { do: 'close', bus: 1, drain: true },
  joined({ channels: [1], group: 1, maxQueued: 256 }),
  turn,
  ...Array.from({ length: 20 }, () => published(1, 1)),
  turn,
  { do: 'leave', member: 4, by: 'close' },
];
const where = { buses: 2, patienceMs: 1_500 };

/** Every third time. */
function sometimes(): () => boolean {
  let times = 0;
  return () => {
    times += 1;
    return times % 3 === 0;
  };
}

const breaks: readonly { readonly name: string; make(): Break; readonly says: RegExp }[] = [
  {
    name: 'loses an acknowledgement now and then',
    make: () => {
      const loses = sometimes();
      return { member: (member) => ({ done: (entries) => loses() || member.done(entries) }) };
    },
    says: /pending|handled 2 times/,
  },
  {
    name: 'loses what it accepted now and then',
    make: () => {
      const loses = sometimes();
      return { log: (log) => ({ append: (...about) => (loses() ? undefined : log.append(...about)) }) };
    },
    says: /in the log 0 times|lack events/,
  },
  {
    name: 'stores things twice',
    make: () => {
      const repeats = sometimes();
      return {
        log: (log) => ({
          append: (...about) => {
            if (repeats()) void log.append(...about);
            return log.append(...about);
          },
        }),
      };
    },
    says: /in the log 2 times/,
  },
  {
    name: 'hands what one member has to another too',
    make: () => {
      const taken: LogEntry[] = [];
      const repeats = sometimes();
      return {
        member: (member) => ({
          take: async (maxEvents) => {
            const entries = await member.take(maxEvents);
            taken.push(...entries);
            const [first] = taken;
            return repeats() && first !== undefined && entries.length > 0 ? [...entries, first] : entries;
          },
        }),
      };
    },
    says: /is being handled by|handled \d times/,
  },
  {
    name: 'hands things out in another order',
    make: () => ({ member: (member) => ({ take: async (max) => [...(await member.take(max))].reverse() }) }),
    says: /was not over|was first tried before|when .* was not/,
  },
  {
    name: 'forgets what it handed out when a member leaves',
    make: () => ({
      member: (member) => ({ take: (max) => member.take(max), release: (entries) => member.done(entries) }),
    }),
    says: /never handled|neither handled/,
  },
  {
    name: 'gives partitions away that somebody is at work in',
    make: () => ({
      log: (log) => ({
        join: async (channel, options, sink) => {
          let member: LogMember | undefined;
          const revoked = (partition: number): void => {
            sink.revoked(partition);
            member?.yield(partition);
          };
          member = await log.join(channel, options, otherwise(sink, { revoked }));
          return member;
        },
      }),
    }),
    says: /is being handled by|handled \d times|was not over/,
  },
  {
    name: 'takes a noted attempt for the last',
    make: () => ({
      member: (member) => ({ settle: (entry, settlement) => member.settle(entry, { ...settlement, done: true }) }),
    }),
    says: /handled|attempt/,
  },
  {
    name: 'keeps no dead letters',
    make: () => ({
      member: (member) => ({ settle: (entry, settlement) => member.settle(entry, { ...settlement, dead: [] }) }),
    }),
    says: /neither handled nor is it a dead letter/,
  },
  {
    name: 'tells readers of an event twice',
    make: () => {
      const repeats = sometimes();
      return {
        reader: (reader) => ({
          take: async (max) => {
            const entries = await reader.take(max);
            return repeats() ? [...entries, ...entries] : entries;
          },
        }),
      };
    },
    says: /a reader got|in the log/,
  },
];

describe.concurrent('a log that breaks its promises is found out by the durable laws', () => {
  test('one that keeps them is not', { timeout: 120_000 }, () => keepDurableLaws(plan, onBrokenLog({}), where));

  for (const { name, make, says } of breaks) {
    test(`one that ${name}`, { timeout: 120_000 }, async () => {
      await assert.rejects(keepDurableLaws(plan, onBrokenLog(make()), where), says);
    });
  }
});
