import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';
import { readNumbers } from '../../read-numbers.js';
import { recorded } from '../../recorded.js';
import { numbers, samples } from '../../samples.js';

export const trimsByAge: ContractCase = {
  name: 'storing: what is older than retention allows goes once something is published, and is told with its count',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name(), { retention: { maxAgeMs: 1 } });
    const gaps = recorded(bus, 'gap');
    const first = await collectGroupNumbers(bus, channel, 'workers');
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(first, [1]);
    await eventuallySettled(bus, channel, 'workers');
    await bus.unsubscribe(channel);
    let n = 1;
    // Logs may keep what is too old for a while, as whole blocks go.
    const read = await eventually(
      async () => {
        await bus.publishMany(channel, samples(n + 1, n + 100));
        n += 100;
        const stream = bus.events(channel, { from: 'start' });
        const [oldest = 0] = await readNumbers(stream, 1);
        await stream.close();
        assert.ok(oldest > 2, 'nothing was trimmed');
        return oldest;
      },
      { timeoutMs: 15_000 },
    );
    const handled = await collectGroupNumbers(bus, channel, 'workers');
    await eventually(() => assert.equal(handled.at(-1), n));
    assert.deepEqual(handled, numbers(handled[0] ?? 0, n));
    assert.ok((handled[0] ?? 0) >= read);
    assert.equal(
      gaps.reduce((sum, { count }) => sum + (count ?? 0), 0),
      (handled[0] ?? 0) - 2,
    );
  },
};
