import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { eventuallySettled } from '../../group-facts.js';
import type { Sample } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const drainsWhatRuns: ContractCase = {
  name: 'durable lifecycle: close() waits for running handlers, begins none any more, and leaves the rest to others',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    const gate = new Gate();
    const begun: number[] = [];
    const ended: number[] = [];
    const handler = async ({ data: { n } }: { readonly data: Sample }): Promise<void> => {
      begun.push(n);
      await gate.passed;
      ended.push(n);
    };
    const subscription = await bus.subscribe(channel, handler, { group: 'workers', concurrency: 2 });
    await other.publishMany(channel, samples(1, 8));
    await eventuallyEqual(() => sorted(begun), [1, 2]);
    let closed = false;
    const closing = bus.close().then(() => {
      closed = true;
    });
    assert.equal(bus.close(), bus.close());
    await eventually(() => assert.equal(bus.status, 'closed'));
    await eventually(() => assert.equal(subscription.closed, true));
    assert.deepEqual([closed, ended], [false, []]);
    gate.open();
    await closing;
    assert.deepEqual(
      [sorted(begun), sorted(ended)],
      [
        [1, 2],
        [1, 2],
      ],
    );
    const handled = await collectGroupNumbers(other, channel, 'workers');
    await eventuallyEqual(() => sorted(handled), numbers(3, 8));
    await eventuallySettled(other, channel, 'workers');
    assert.deepEqual([bus.health().running, bus.health().queued], [0, 0]);
  },
};
