import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const countsForNothingAfterwards: ContractCase = {
  name: "crash: what a handler of a bus that was given up still does counts for nothing: its events are another's",
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    recorded(bus, 'error');
    const gate = new Gate();
    let begun = 0;
    await bus.subscribe(
      channel,
      async (_event, { deadLetter }) => {
        begun += 1;
        await gate.passed;
        deadLetter('too late');
      },
      { group: 'workers', concurrency: 3 },
    );
    await other.publishMany(channel, samples(1, 3));
    await eventually(() => assert.equal(begun, 3));
    await tools.crash(bus);
    const handled = await collectGroupNumbers(other, channel, 'workers');
    await eventually(() => assert.deepEqual(sorted(handled), [1, 2, 3]), { timeoutMs: 15_000 });
    gate.open();
    await eventuallySettled(other, channel, 'workers');
    await other.publish(channel, { n: 4 });
    await eventuallyEqual(() => sorted(handled), [1, 2, 3, 4]);
    assert.deepEqual([await other.admin(channel).deadLetters(), begun], [[], 3]);
  },
};
