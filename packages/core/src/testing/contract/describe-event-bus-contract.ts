import type { EventBus } from '../../bus/event-bus.js';
import type { BusFeatures, CreateBus } from './bus-features.js';
import { reconnectCases } from './cases/reconnect/reconnect-cases.js';
import type { CaseTools, ContractCase } from './contract-case.js';
import { contractCases } from './contract-cases.js';

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
    for (const contractCase of features.cutConnections ? [...contractCases, ...reconnectCases] : contractCases) {
      const reason = features.knownFailures?.[contractCase.name];
      if (reason === undefined) test(contractCase.name, () => runCase(contractCase, features, createBus));
      else
        test(`${contractCase.name} — known failure: ${reason}`, () => failingCase(contractCase, features, createBus));
    }
  });
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
    cutConnections: async () => features.cutConnections?.(world),
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
