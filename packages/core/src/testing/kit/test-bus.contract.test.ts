import { describe, test, vi } from 'vitest';
import { MemoryHub } from '../../memory/memory-hub.js';
import { appendToHub } from '../contract/append-to-hub.js';
import { describeEventBusContract } from '../contract/describe-event-bus-contract.js';
import { TestBus } from './test-bus.js';

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
    name: 'TestBus',
    runner: { describe, test },
    sendRaw: (world, channel, frame) => hubOf(world).send(channel, frame),
    appendRaw: (world, entry) => appendToHub(hubOf(world), entry, 8),
    crash: (bus) => (bus as TestBus).faults.crash(),
  },
  (world, options) => new TestBus({ ...options, hub: hubOf(world) }),
);
