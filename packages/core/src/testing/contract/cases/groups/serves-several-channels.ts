import assert from 'node:assert/strict';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import type { Sample } from '../../sample-channel.js';

export const servesSeveralChannels: ContractCase = {
  name: 'groups: one subscription may be a member on several channels, and leave one of them',
  async run(tools) {
    const bus = tools.bus();
    const [asked, answered] = [durableChannel(tools.name('asked')), durableChannel(tools.name('answered'))];
    const handled: [string, number][] = [];
    const handler = ({ channel, data }: { readonly channel: string; readonly data: Sample }): void => {
      handled.push([channel, data.n]);
    };
    const subscription = await bus.subscribe([asked, answered], handler, { group: 'workers' });
    const names = [answered.name, asked.name].sort();
    assert.deepEqual([subscription.channels, bus.channels()], [names, names]);
    await bus.publish(asked, { n: 1 });
    await eventuallyEqual(handled, [[asked.name, 1]]);
    await bus.publish(answered, { n: 2 });
    await eventuallyEqual(() => handled.slice(1), [[answered.name, 2]]);
    await bus.unsubscribe(asked, handler);
    assert.deepEqual(
      [subscription.channels, bus.channels(), subscription.closed],
      [[answered.name], [answered.name], false],
    );
    await bus.publish(asked, { n: 3 });
    await bus.publish(answered, { n: 4 });
    await eventuallyEqual(() => handled.slice(2), [[answered.name, 4]]);
    await subscription.close();
    assert.deepEqual([subscription.channels, bus.channels(), subscription.closed], [[], [], true]);
    const rest = await collectGroupNumbers(bus, asked, 'workers');
    await eventuallyEqual(rest, [3]);
  },
};
