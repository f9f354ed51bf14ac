import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import type { Sample } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const waitsForABatch: ContractCase = {
  name: 'groups: a batch handler waits for a full list for as long as it wants, and no longer',
  async run(tools) {
    const bus = tools.bus();
    const [patient, hasty] = [durableChannel(tools.name('patient')), durableChannel(tools.name('hasty'))];
    const batches: number[][] = [];
    const handler = (events: readonly { readonly data: Sample }[]): void => {
      batches.push(events.map(({ data }) => data.n));
    };
    await bus.subscribe(patient, handler, { group: 'workers', batch: { maxEvents: 3, maxWaitMs: 60_000 } });
    for (const sample of samples(1, 3)) await bus.publish(patient, sample);
    await eventuallyEqual(batches, [[1, 2, 3]]);
    await bus.subscribe(hasty, handler, { group: 'workers', batch: { maxEvents: 3, maxWaitMs: 20 } });
    await bus.publish(hasty, { n: 4 });
    await eventuallyEqual(batches, [[1, 2, 3], [4]]);
  },
};
