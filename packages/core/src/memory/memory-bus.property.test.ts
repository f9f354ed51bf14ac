import fc from 'fast-check';
import { describe, test } from 'vitest';
import { TransportBus } from '../front/transport-bus.js';
import { arbitraryPlan } from '../testing/contract/arbitrary-plan.js';
import { keepBusLaws } from '../testing/contract/bus-laws.js';
import type { Step } from '../testing/contract/plan-step.js';
import { RemoteMedium, RemoteTransport } from '../testing/contract/remote-medium.js';
import { MemoryBus } from './memory-bus.js';
import { MemoryHub } from './memory-hub.js';

/** Somebody comes while the channel is being closed for another, and much is under way on it. A hole was told nearly every time, so it is tried often. */
const closedInBetween: readonly Step[] = [
  { do: 'subscribe', bus: 0, channels: [1, 0], manner: 'quick', concurrency: 1 },
  { do: 'publish', bus: 1, channel: 0, count: 1 },
  { do: 'wait', for: 'quiet' },
  { do: 'publish', bus: 1, channel: 1, count: 600 },
  { do: 'end', receiver: 0 },
  { do: 'publish', bus: 1, channel: 1, count: 1 },
  { do: 'subscribe', bus: 0, channels: [1, 0], manner: 'quick', concurrency: 1 },
];

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
    const examples = Array.from({ length: 20 }, (): [readonly Step[], number] => [closedInBetween, 2]);
    await fc.assert(property, { ...settings, numRuns: 800, examples });
  });
});
