import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { Gate } from '../../gate.js';
import { eventuallySettled } from '../../group-facts.js';
import type { Sample } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const tellsOfGroups: ContractCase = {
  name: 'admin: every group is told of, with how far it is behind and how many members are alive',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    assert.deepEqual(await bus.admin(channel).groups(), []);
    await bus.publishMany(channel, samples(1, 10));
    const done = await bus.subscribe(channel, () => {}, { group: 'done' });
    await eventuallySettled(bus, channel, 'done');
    await done.close();
    const gate = new Gate();
    const begun: number[] = [];
    const stuck = ({ data }: { readonly data: Sample }): Promise<void> => {
      begun.push(data.n);
      return gate.passed;
    };
    await bus.subscribe(channel, stuck, { group: 'busy', maxQueued: 1 });
    await other.subscribe(channel, () => gate.passed, { group: 'busy', from: 'new', maxQueued: 1 });
    await collectGroupNumbers(other, channel, 'fresh', { from: 'new' });
    await eventually(async () => {
      const facts = await other.admin(channel).groups();
      assert.deepEqual(
        facts.map(({ name, lag, parked, members }) => [name, lag, parked, members]),
        [
          ['busy', 10, 0, 2],
          ['done', 0, 0, 0],
          ['fresh', 0, 0, 1],
        ],
      );
      const [{ waiting, pending } = assert.fail()] = facts;
      assert.equal(waiting + pending, 10);
      assert.ok(pending > 0);
    });
    gate.open();
    await eventuallySettled(bus, channel, 'busy');
  },
};
