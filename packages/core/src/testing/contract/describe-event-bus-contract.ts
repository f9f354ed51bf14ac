import type { EventBus } from '../../bus/event-bus.js';
import type { BusFeatures, CreateBus } from './bus-features.js';
import { crashCases } from './cases/crash/crash-cases.js';
import { durableReconnectCases } from './cases/durable-reconnect/durable-reconnect-cases.js';
import { reconnectCases } from './cases/reconnect/reconnect-cases.js';
import type { CaseTools, ContractCase } from './contract-case.js';
import { contractCases } from './contract-cases.js';
import { durableCases } from './durable-cases.js';

/**
 * States, as tests, how a bus behaves: every bus passes every case.
 *
 * A case waits up to 15 seconds for what has to come, and then says what was missing: give the runner more.
 *
 * @example
 * ```ts
 * import { describe, test } from 'vitest';
 *
 * const hubs = new Map<string, MemoryHub>();
 * describeEventBusContract(
 *   { name: 'MemoryBus', runner: { describe, test }, sendRaw: (world, channel, frame) => hubOf(world).send(channel, frame) },
 *   (world, options) => new MemoryBus({ ...options, hub: hubOf(world) }),
 * );
 * ```
 */
export function describeEventBusContract(features: BusFeatures, createBus: CreateBus): void {
  const { describe, test } = features.runner;
  describe(`${features.name} keeps the contract of EventBus`, () => {
    for (const contractCase of casesOf(features)) {
      const reason = features.knownFailures?.[contractCase.name];
      if (reason === undefined) test(contractCase.name, () => runCase(contractCase, features, createBus));
      else
        test(`${contractCase.name} — known failure: ${reason}`, () => failingCase(contractCase, features, createBus));
    }
  });
}

/** Every case that is for such a bus. */
function casesOf({ appendRaw, crash, cutConnections }: BusFeatures): readonly ContractCase[] {
  return [
    ...contractCases,
    ...(cutConnections === undefined ? [] : reconnectCases),
    ...(appendRaw === undefined ? [] : durableCases),
    ...(appendRaw === undefined || crash === undefined ? [] : crashCases),
    ...(appendRaw === undefined || cutConnections === undefined ? [] : durableReconnectCases),
  ];
}

async function runCase(contractCase: ContractCase, features: BusFeatures, createBus: CreateBus): Promise<void> {
  // Several test files may share one server.
  const world = `w${crypto.randomUUID().slice(0, 13)}`;
  const buses: EventBus[] = [];
  const tools: CaseTools = {
    bus: (options = {}) => {
      const bus = createBus(world, options);
      buses.push(bus);
      return bus;
    },
    name: (word = 'happened') => `contract.${world}.${word}`,
    sendRaw: async (channel, frame) => features.sendRaw(world, channel.name, frame),
    appendRaw: async ({ name, key }, ...events) =>
      features.appendRaw?.(world, { channel: name, keyed: key !== undefined, events }),
    cutConnections: async () => features.cutConnections?.(world),
    crash: async (bus) => features.crash?.(bus),
  };
  try {
    await contractCase.run(tools);
  } finally {
    await Promise.all(buses.map((bus) => bus.close({ drain: false, timeoutMs: 1_000 })));
  }
}

/** A known failure that passes is no longer one. */
async function failingCase(contractCase: ContractCase, features: BusFeatures, createBus: CreateBus): Promise<void> {
  const passed = await runCase(contractCase, features, createBus).then(
    () => true,
    () => false,
  );
  if (passed) throw new Error(`"${contractCase.name}" passes: take it off the list of known failures`);
}
