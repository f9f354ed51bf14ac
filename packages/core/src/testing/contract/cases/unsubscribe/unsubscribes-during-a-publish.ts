import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';

export const unsubscribesDuringAPublish: ContractCase = {
  name: 'unsubscribe: what is published and not yet delivered is not delivered after unsubscribe()',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gone: number[] = [];
    const handler = ({ data }: { readonly data: Sample }): void => void gone.push(data.n);
    await bus.subscribe(channel, handler);
    const staying = await collectNumbers(bus, channel);
    const publishing = bus.publish(channel, { n: 1 });
    const leaving = bus.unsubscribe(channel, handler);
    await Promise.all([publishing, leaving]);
    await bus.publish(channel, { n: 2 });
    await eventuallyEqual(staying, [1, 2]);
    assert.deepEqual(gone, []);
  },
};
