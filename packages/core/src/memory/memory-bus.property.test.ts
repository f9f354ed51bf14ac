import fc from 'fast-check';
import { describe, test } from 'vitest';
import { TransportBus } from '../front/transport-bus.js';
import { arbitraryPlan } from '../testing/contract/arbitrary-plan.js';
import { keepBusLaws } from '../testing/contract/bus-laws.js';
import { RemoteMedium, RemoteTransport } from '../testing/contract/remote-medium.js';
import { MemoryBus } from './memory-bus.js';
import { MemoryHub } from './memory-hub.js';

const settings = { interruptAfterTimeLimit: 12_000, endOnFailure: false } as const;

describe('whatever is asked of it, in whatever order, a bus keeps its laws', () => {
  test('in memory', { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(arbitraryPlan(fc), fc.integer({ min: 1, max: 3 }), async (plan, buses) => {
      const hub = new MemoryHub();
      await keepBusLaws(plan, (_world, options) => new MemoryBus({ ...options, hub }), { buses, atOnce: true });
    });
    await fc.assert(property, { ...settings, numRuns: 1_500 });
  });

  test('on a medium that takes round trips', { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(arbitraryPlan(fc), fc.integer({ min: 1, max: 3 }), async (plan, buses) => {
      const medium = new RemoteMedium();
      const create = (_world: string, options: object): TransportBus =>
        new TransportBus(new RemoteTransport(medium), options);
      await keepBusLaws(plan, create, { buses, atOnce: false });
    });
    await fc.assert(property, { ...settings, numRuns: 800 });
  });
});
