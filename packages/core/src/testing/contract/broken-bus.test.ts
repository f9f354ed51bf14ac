import assert from 'node:assert/strict';
import { describe, test, vi } from 'vitest';
import type { EventBus } from '../../bus/event-bus.js';
import type { AnyChannel } from '../../channel/channel.js';
import { MemoryBus } from '../../memory/memory-bus.js';
import { MemoryHub } from '../../memory/memory-hub.js';
import type { Frame } from '../../transport/broadcast-transport.js';
import type { CreateBus } from './bus-features.js';
import { keepBusLaws } from './bus-laws.js';
import { describeEventBusContract } from './describe-event-bus-contract.js';
import type { Step } from './plan-step.js';

// What the broken buses have nobody to tell is not for those who read the tests' output.
vi.spyOn(console, 'error').mockImplementation(() => {});
vi.spyOn(console, 'warn').mockImplementation(() => {});

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
  describeEventBusContract({ name: 'a broken bus', runner, sendRaw: () => {} }, createBus);
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
    const own = methods(bus);
    return new Proxy<EventBus>(bus, {
      get(_target, name) {
        const value: unknown = Reflect.get(name in own ? own : bus, name, bus);
        return typeof value === 'function' ? value.bind(bus) : value;
      },
    });
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
