import fc from 'fast-check';
import { describe, test } from 'vitest';
import { TransportBus } from '../front/transport-bus.js';
import { arbitraryDurablePlan } from '../testing/contract/arbitrary-durable-plan.js';
import { keepDurableLaws } from '../testing/contract/durable-laws.js';
import { RemoteMedium, RemoteTransport } from '../testing/contract/remote-medium.js';
import { TestBus } from '../testing/kit/test-bus.js';
import { MemoryBus } from './memory-bus.js';
import { MemoryHub } from './memory-hub.js';

const settings = { interruptAfterTimeLimit: 12_000, endOnFailure: false } as const;
const plans = arbitraryDurablePlan(fc);
const buses = fc.integer({ min: 1, max: 3 });

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
    await fc.assert(property, { ...settings, numRuns: 1_000 });
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
