import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const acknowledgesWhatWasHandled: ContractCase = {
  name: 'groups: an event is acknowledged when its handler is done and not before: one that is given up is handled again by another',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    const begun: number[] = [];
    const signals: AbortSignal[] = [];
    const gate = new Gate();
    await bus.subscribe(
      channel,
      async ({ data }, { signal }) => {
        begun.push(data.n);
        if (data.n < 3) return;
        signals.push(signal);
        await gate.passed;
      },
      { group: 'workers' },
    );
    recorded(bus, 'error');
    const ids = (await bus.publishMany(channel, samples(1, 4))).map(({ id }) => id);
    await eventuallyEqual(begun, [1, 2, 3]);
    await bus.close({ drain: false, timeoutMs: 300 });
    assert.deepEqual([signals.length, signals[0]?.aborted], [1, true]);
    const handled = await collectGroup(other, channel, 'workers');
    await eventually(() => assert.deepEqual(sorted(handled.map(({ data }) => data.n)), [3, 4]), { timeoutMs: 15_000 });
    assert.equal(handled.find(({ data }) => data.n === 3)?.id, ids[2]);
    // What it does now is nobody's business.
    gate.open();
    await eventuallySettled(other, channel, 'workers');
    await other.publish(channel, { n: 5 });
    await eventuallyEqual(() => sorted(handled.map(({ data }) => data.n)), [3, 4, 5]);
    assert.deepEqual(begun, [1, 2, 3]);
  },
};
