import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { cut } from './cut.js';

export const comesBack: ContractCase = {
  name: 'reconnect: a bus whose connections are cut says why, comes back by itself, reports one gap for all it reads, and goes on',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const [gaps, errors] = [recorded(bus, 'gap'), recorded(bus, 'error')];
    const received = await collectNumbers(bus, channel);
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(received, [1]);
    const changes = recorded(bus, 'status');
    const { isBack } = await cut(tools, bus);
    await isBack();
    assert.deepEqual(
      changes.map(({ status, previous, problem }) => [previous, status, problem?.code]),
      [
        ['ready', 'reconnecting', 'connection_failed'],
        ['reconnecting', 'ready', undefined],
      ],
    );
    await bus.publish(channel, { n: 2 });
    await eventuallyEqual(received, [1, 2]);
    const { status, problem, lastGap } = bus.health();
    assert.deepEqual([status, problem, lastGap?.reason], ['ready', undefined, 'reconnect']);
    assert.ok(gaps.length > 0 && gaps.every(({ reason }) => reason === 'reconnect'));
    assert.ok(gaps.length === 1 || gaps.every((gap) => gap.channel === channel.name));
    assert.deepEqual(errors, []);
  },
};
