import { describe, test, vi } from 'vitest';
import { appendToHub } from '../testing/contract/append-to-hub.js';
import { describeEventBusContract } from '../testing/index.js';
import { MemoryBus } from './memory-bus.js';
import { MemoryHub } from './memory-hub.js';

// The cases have deadlines of their own, and say what was missing by then.
vi.setConfig({ testTimeout: 30_000 });

const hubs = new Map<string, MemoryHub>();

function hubOf(world: string): MemoryHub {
  const hub = hubs.get(world) ?? new MemoryHub();
  hubs.set(world, hub);
  return hub;
}

describeEventBusContract(
  {
    name: 'MemoryBus',
    runner: { describe, test },
    sendRaw: (world, channel, frame) => hubOf(world).send(channel, frame),
    appendRaw: (world, entry) => appendToHub(hubOf(world), entry, 8),
  },
  (world, options) => new MemoryBus({ ...options, hub: hubOf(world) }),
);
