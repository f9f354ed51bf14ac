import fc from 'fast-check';
import { describe, test } from 'vitest';
import { TransportBus } from '../front/transport-bus.js';
import { arbitraryDurablePlan } from '../testing/contract/arbitrary-durable-plan.js';
import { keepDurableLaws } from '../testing/contract/durable-laws.js';
import type { DurableStep } from '../testing/contract/durable-step.js';
import { RemoteMedium, RemoteTransport } from '../testing/contract/remote-medium.js';
import { TestBus } from '../testing/kit/test-bus.js';
import { MemoryBus } from './memory-bus.js';
import { MemoryHub } from './memory-hub.js';

const settings = { interruptAfterTimeLimit: 12_000, endOnFailure: false } as const;
const plans = arbitraryDurablePlan(fc);
const buses = fc.integer({ min: 1, max: 3 });

const member = {
  do: 'join',
  channels: [0],
  manner: 'quick',
  version: 2,
  concurrency: 1,
  batch: undefined,
  maxQueued: 1,
  retryMs: 0,
} as const;
const one = {
  do: 'publish',
  bus: 0,
  channel: 0,
  version: 1,
  key: 0,
  count: 1,
  mixed: false,
  chosen: undefined,
} as const;

/** An event whose attempts were used up by a crash before any of them began is redriven, behind what comes after it. */
const redrivenUntried: readonly DurableStep[] = [
  { ...member, bus: 0, group: 1 },
  { ...member, bus: 0, group: 0 },
  { ...member, bus: 0, group: 0 },
  one,
  one,
  { do: 'unsubscribe', bus: 0, channel: 1, member: undefined },
  one,
  one,
  { do: 'wait', for: 'microtask' },
  { do: 'crash', bus: 0 },
  { ...member, bus: 1, group: 1 },
  { do: 'wait', for: 'turn' },
  { do: 'redrive', bus: 1, channel: 0, group: 1 },
  { do: 'close', bus: 0, drain: false },
];

describe('whatever is asked of it, in whatever order, a bus keeps the laws of durable channels', () => {
  test('in memory', { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(plans, buses, async (plan, count) => {
      const hub = new MemoryHub();
      await keepDurableLaws(plan, (_world, options) => new MemoryBus({ ...options, hub }), { buses: count });
    });
    await fc.assert(property, { ...settings, numRuns: 1_000 });
  });

  test('in memory, where processes crash', { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(plans, buses, async (plan, count) => {
      const hub = new MemoryHub();
      const crash = (bus: unknown): void => (bus as TestBus).faults.crash();
      await keepDurableLaws(plan, (_world, options) => new TestBus({ ...options, hub }), { buses: count, crash });
    });
    await fc.assert(property, { ...settings, numRuns: 1_000, examples: [[redrivenUntried, 2]] });
  });

  test('on a medium that takes round trips', { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(plans, buses, async (plan, count) => {
      const medium = new RemoteMedium();
      const create = (_world: string, options: object): TransportBus =>
        new TransportBus(new RemoteTransport(medium), options);
      await keepDurableLaws(plan, create, { buses: count });
    });
    await fc.assert(property, { ...settings, numRuns: 500 });
  });
});
