import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { numbers, samples } from '../../samples.js';

export const letsOthersGoOn: ContractCase = {
  name: 'retries: other events go on while one is retried, also with concurrency 1',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    recorded(bus, 'error');
    const handled: number[] = [];
    await bus.subscribe(
      channel,
      ({ data }) => {
        if (data.n === 1 && handled.length < 9) throw new Error('not before the others');
        handled.push(data.n);
      },
      { group: 'workers', retry: { minDelayMs: 1, maxDelayMs: 5, maxAttempts: Number.POSITIVE_INFINITY } },
    );
    await bus.publishMany(channel, samples(1, 5));
    for (const sample of samples(6, 10)) await bus.publish(channel, sample);
    await eventuallyEqual(handled, [...numbers(2, 10), 1]);
  },
};
