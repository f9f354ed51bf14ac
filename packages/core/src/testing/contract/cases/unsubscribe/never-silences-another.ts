import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';

export const neverSilencesAnother: ContractCase = {
  name: 'unsubscribe: ending one subscription never silences another, in whatever order they come and go',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const first = await bus.subscribe(channel, () => {});
    const received = await collectNumbers(bus, channel);
    const [, third] = await Promise.all([first.close(), bus.subscribe(channel, () => {})]);
    await bus.publish(channel, { n: 1 });
    const [fourth] = await Promise.all([bus.subscribe(channel, () => {}), third.close()]);
    await bus.publish(channel, { n: 2 });
    await fourth.close();
    const stream = bus.events(channel);
    await stream.ready;
    await stream.close();
    await bus.publish(channel, { n: 3 });
    await eventuallyEqual(received, [1, 2, 3]);
  },
};
