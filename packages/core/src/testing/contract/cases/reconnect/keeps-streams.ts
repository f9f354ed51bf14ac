import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { cut } from './cut.js';

export const keepsStreams: ContractCase = {
  name: 'reconnect: a stream that is waited for goes on when the connection is back',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    recorded(bus, 'gap');
    const stream = bus.events(channel);
    await stream.ready;
    const next = stream.next();
    const { isBack } = await cut(tools, bus);
    await isBack();
    await bus.publish(channel, { n: 1 });
    assert.equal((await next).value?.data.n, 1);
    await stream.close();
  },
};
