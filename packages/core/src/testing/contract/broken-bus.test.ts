import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, test, vi } from 'vitest';
import type { EventBus } from '../../bus/event-bus.js';
import type { AnyChannel } from '../../channel/channel.js';
import { systemClock } from '../../front/clock.js';
import { TransportBus } from '../../front/transport-bus.js';
import { MemoryBus } from '../../memory/memory-bus.js';
import { MemoryHub } from '../../memory/memory-hub.js';
import { MemoryTransport } from '../../memory/memory-transport.js';
import type { Frame } from '../../transport/broadcast-transport.js';
import type { BusTransport } from '../../transport/bus-transport.js';
import type { LogMember, LogTransport } from '../../transport/log-transport.js';
import type { CreateBus } from './bus-features.js';
import { keepBusLaws } from './bus-laws.js';
import { describeEventBusContract } from './describe-event-bus-contract.js';
import type { Step } from './plan-step.js';

// What the broken buses have nobody to tell is not for those who read the tests' output.
beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterAll(() => vi.restoreAllMocks());

/** A hub that does something else than what it is asked to with the frames of each channel. */
class FaultyHub extends MemoryHub {
  readonly #fault: (frames: readonly string[], frame: string) => readonly string[];
  readonly #sent = new Map<string, string[]>();

  constructor(fault: (frames: readonly string[], frame: string) => readonly string[]) {
    super();
    this.#fault = fault;
  }

  override send(channel: string, frame: Frame): void {
    const frames = this.#sent.get(channel) ?? [];
    this.#sent.set(channel, [...frames, String(frame)]);
    for (const instead of this.#fault(frames, String(frame))) super.send(channel, instead);
  }
}

/** The suite's cases by name, for a bus that is broken. */
function casesFor(createBus: CreateBus): ReadonlyMap<string, () => Promise<void>> {
  const cases = new Map<string, () => Promise<void>>();
  const runner = {
    describe: (_name: string, body: () => void): void => body(),
    test: (name: string, body: () => Promise<void>): void => void cases.set(name, body),
  };
  describeEventBusContract({ name: 'a broken bus', runner, sendRaw: () => {}, appendRaw: () => {} }, createBus);
  return cases;
}

function onFaultyHub(fault: (frames: readonly string[], frame: string) => readonly string[]): CreateBus {
  const hubs = new Map<string, MemoryHub>();
  return (world, options) => {
    const hub = hubs.get(world) ?? new FaultyHub(fault);
    hubs.set(world, hub);
    return new MemoryBus({ ...options, hub });
  };
}

/** A memory bus, some methods of which are others. */
function withMethods(methods: (bus: EventBus) => Partial<EventBus>): CreateBus {
  const hubs = new Map<string, MemoryHub>();
  return (world, options) => {
    const hub = hubs.get(world) ?? new MemoryHub();
    hubs.set(world, hub);
    const bus = new MemoryBus({ ...options, hub });
    return instead<EventBus>(bus, methods(bus));
  };
}

/** The same thing, some of whose properties are others. */
function instead<T extends object>(thing: T, own: Partial<T>): T {
  return new Proxy(thing, {
    get(_target, name) {
      const value: unknown = Reflect.get(name in own ? own : thing, name, thing);
      return typeof value === 'function' ? value.bind(thing) : value;
    },
  });
}

/** A memory bus, some methods of whose log are others. */
function withLog(methods: (log: LogTransport) => Partial<LogTransport>): CreateBus {
  const hubs = new Map<string, MemoryHub>();
  return (world, options) => {
    const hub = hubs.get(world) ?? new MemoryHub();
    hubs.set(world, hub);
    const transport = new MemoryTransport(hub, { partitions: 8, onceWindowMs: 60_000, clock: systemClock });
    const log = instead<LogTransport>(transport.log, methods(transport.log));
    return new TransportBus(instead<BusTransport>(transport, { log }), options);
  };
}

/** A memory bus, some methods of the members of whose groups are others. */
function withMembers(methods: (member: LogMember) => Partial<LogMember>): CreateBus {
  return withLog((log) => ({
    join: async (channel, options, sink) => {
      const member = await log.join(channel, options, sink);
      return { ...member, ...methods(member) };
    },
  }));
}

/** Has every third call do something else. */
function everyThird<A extends readonly unknown[], R>(
  usually: (...args: A) => R,
  otherwise: () => R,
): (...args: A) => R {
  let calls = 0;
  return (...args) => {
    calls += 1;
    return calls % 3 === 0 ? otherwise() : usually(...args);
  };
}

const faults: readonly { readonly name: string; readonly createBus: CreateBus; readonly fails: readonly string[] }[] = [
  {
    name: 'that loses every third frame',
    createBus: onFaultyHub((frames, frame) => (frames.length % 3 === 2 ? [] : [frame])),
    fails: [
      'order: events arrive in the order in which publish() was called, awaited or not',
      'gaps: without faults there is no report, over two thousand events published in every way by three buses',
    ],
  },
  {
    name: 'that swaps frames',
    createBus: onFaultyHub((frames, frame) => (frames.length % 2 === 0 ? [] : [frame, frames.at(-1) ?? ''])),
    fails: ['order: events arrive in the order in which publish() was called, awaited or not'],
  },
  {
    name: 'that sends frames twice',
    createBus: onFaultyHub((_frames, frame) => [frame, frame]),
    fails: ['delivery: an event reaches every subscriber once'],
  },
  {
    name: 'that ignores unsubscribe()',
    createBus: withMethods(() => ({ unsubscribe: async () => {} })),
    fails: ['unsubscribe: unsubscribe(channel, handler) ends all subscriptions of that handler and no other'],
  },
  {
    name: 'that unsubscribes everybody',
    createBus: withMethods((bus) => ({ unsubscribe: (channel: AnyChannel) => bus.unsubscribe(channel) })),
    fails: ['unsubscribe: unsubscribe(channel, handler) ends all subscriptions of that handler and no other'],
  },
  {
    name: 'that does not wait for handlers when it closes',
    createBus: withMethods((bus) => ({ close: () => bus.close({ drain: false }) })),
    fails: ['lifecycle: close() waits for handlers to work off what has arrived'],
  },
  {
    name: 'that hides failures',
    createBus: withMethods(() => ({ on: () => () => {} })),
    fails: [
      'failures: a handler that throws is reported, harms nobody, and receives the next event',
      'validation: invalid data that comes in is reported, reaches no handler, and the bus goes on',
    ],
  },
  {
    name: 'that loses what it says it has stored',
    createBus: withLog((log) => ({ append: everyThird(log.append.bind(log), () => undefined) })),
    fails: [
      'groups: each event is handled by one member of a group',
      'storing: publishMany over many keys keeps the order of each key, among single publishes that are not waited for',
    ],
  },
  {
    name: 'that stores everything twice',
    createBus: withLog((log) => ({
      append: (...args) => {
        log.append(...args);
        return log.append(...args);
      },
    })),
    fails: ['groups: each event is handled by one member of a group'],
  },
  {
    name: 'that knows no ids',
    createBus: withLog((log) => ({
      append: (channel, partition, batches) =>
        log.append(
          channel,
          partition,
          batches.map(({ events }) => ({ events })),
        ),
    })),
    fails: [
      'storing: an event whose id the caller chose is stored once, however often and by whichever bus it is published',
      'storing: what was encoded for an outbox is stored once, also when two relays publish it, and reads like any event',
    ],
  },
  {
    name: 'that loses acknowledgements',
    createBus: withMembers(() => ({ done: () => {} })),
    fails: [
      'groups: each event is handled by one member of a group',
      "groups: with from: 'new' a new group starts with what is published from then on, and one that exists goes on where it was",
    ],
  },
  {
    name: 'that hands entries out twice',
    createBus: withMembers(({ take }) => ({
      take: async (maxEvents) => {
        const entries = await take(maxEvents);
        return [...entries, ...entries];
      },
    })),
    fails: [
      'groups: each event is handled by one member of a group',
      'groups: without faults nothing is handled twice or lost, over two thousand events published in every way to three members',
    ],
  },
  {
    name: 'that acknowledges what it hands out',
    createBus: withMembers(({ take, done }) => ({
      take: async (maxEvents) => {
        const entries = await take(maxEvents);
        done(entries);
        return entries;
      },
    })),
    fails: [
      'groups: an event is acknowledged when its handler is done and not before: one that is given up is handled again by another',
      'groups: a member that leaves, in whatever way, finishes what it is at, and others handle all the rest, for the first time',
    ],
  },
  {
    name: 'that ignores keys',
    createBus: withLog((log) => {
      let appended = 0;
      return {
        append: (channel, partition, batches) => {
          appended += 1;
          return log.append(channel, channel.keyed ? appended % log.partitions : partition, batches);
        },
      };
    }),
    fails: [
      'keys: events of a key are handled one after the other in the order of publishing, by several members that are at several events at once',
    ],
  },
  {
    name: 'that forgets notes',
    createBus: withMembers(({ settle }) => ({
      settle: (entry, settlement) => settle(entry, settlement.done ? settlement : { ...settlement, notes: '' }),
    })),
    fails: ['retries: attempts are counted on when another member takes over, and it waits for no delay of the first'],
  },
  {
    name: 'that forgets dead letters',
    createBus: withMembers(({ settle }) => ({
      settle: (entry, settlement) => settle(entry, { ...settlement, dead: [] }),
    })),
    fails: [
      'retries: after the last attempt an event is in the dead-letter log, with why, how often and from whom, and is reported',
    ],
  },
  {
    name: 'that loses what is set aside',
    createBus: withMembers(({ settle }) => ({
      settle: (entry, settlement) => settle(entry, { ...settlement, parked: [] }),
    })),
    fails: [
      'parking: an event that a member is too old for is set aside, counted and told; a newer member handles it, with its first attempt',
      'parking: in a rolling upgrade, with publishers and members of both versions, nothing is lost, dead-lettered or tried twice',
    ],
  },
  {
    name: 'whose readers lose their place',
    createBus: withLog((log) => ({
      read: (channel, start, sink) => log.read(channel, typeof start === 'object' ? 'start' : start, sink),
    })),
    fails: [
      'cursors: from the cursor of any event, also in the middle of what was published at once, exactly what follows is read',
    ],
  },
];

describe.concurrent('a broken bus is found out', () => {
  for (const { name, createBus, fails } of faults) {
    const cases = casesFor(createBus);
    for (const each of fails) {
      test(`one ${name}, by the case "${each}"`, { timeout: 30_000 }, async () => {
        const run = cases.get(each);
        assert.ok(run !== undefined, 'there is no such case');
        await assert.rejects(run());
      });
    }
  }

  const published: readonly Step[] = [
    { do: 'subscribe', bus: 0, channels: [0], manner: 'quick', concurrency: 1 },
    ...[1, 2, 3, 4, 5, 6].map((): Step => ({ do: 'publish', bus: 0, channel: 0, count: 1 })),
    { do: 'wait', for: 'quiet' },
  ];
  const left: readonly Step[] = [
    ...published,
    { do: 'unsubscribe', bus: 0, channel: 0, receiver: 0 },
    { do: 'publish', bus: 0, channel: 0, count: 1 },
  ];
  const alone = { buses: 1, atOnce: true, patienceMs: 2_000 };

  test('but one that keeps the laws is not, by the laws', async () => {
    const createBus = onFaultyHub((_frames, frame) => [frame]);
    for (const plan of [published, left]) await keepBusLaws(plan, createBus, alone);
  });

  for (const { name, createBus } of faults.slice(0, 3)) {
    test(`one ${name}, by the laws`, { timeout: 30_000 }, async () => {
      await assert.rejects(keepBusLaws(published, createBus, alone));
    });
  }

  test('one that ignores unsubscribe(), by the laws', async () => {
    const createBus = withMethods(() => ({ unsubscribe: async () => {} }));
    await assert.rejects(keepBusLaws(left, createBus, alone), /which is not for it/);
  });
});
