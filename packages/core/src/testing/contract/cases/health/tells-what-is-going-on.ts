import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const tellsWhatIsGoingOn: ContractCase = {
  name: 'health: health() tells what waits and what runs',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gate = new Gate();
    await bus.subscribe(channel, () => gate.passed);
    const stream = bus.events(channel);
    await stream.ready;
    await bus.publishMany(channel, samples(1, 5));
    await eventuallyEqual(() => [bus.health().running, bus.health().queued], [1, 4 + 5]);
    assert.deepEqual([bus.health().outgoing, bus.health().healthy, bus.health().lastGap], [0, true, undefined]);
    gate.open();
    await eventuallyEqual(() => [bus.health().running, bus.health().queued], [0, 5]);
    await stream.close();
    assert.equal(bus.health().queued, 0);
  },
};
