import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';
import { numbers } from '../../samples.js';

export const subscribesAndPublishesInAHandler: ContractCase = {
  name: 'durable lifecycle: a handler may publish, on its own channel too, and subscribe others, and wait for both',
  async run(tools) {
    const bus = tools.bus();
    const [channel, answers] = [durableChannel(tools.name('asked')), durableChannel(tools.name('answered'))];
    const handled: number[] = [];
    const answered: number[] = [];
    await bus.subscribe(
      channel,
      async ({ data: { n } }, context) => {
        handled.push(n);
        if (n === 1) await bus.subscribe(answers, ({ data }) => void answered.push(data.n), { group: 'others' });
        if (n < 5) await bus.publish(channel, { n: n + 1 }, { causedBy: context });
        await bus.publish(answers, { n: n * 10 });
      },
      { group: 'workers' },
    );
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual([handled, answered], [numbers(1, 5), [10, 20, 30, 40, 50]]);
    await eventuallySettled(bus, channel, 'workers');
  },
};
