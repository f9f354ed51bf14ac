import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

const listening = (signal: AbortSignal): (() => number) => {
  let count = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<AbortSignal['addEventListener']>): void => {
    count += 1;
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<AbortSignal['removeEventListener']>): void => {
    count -= 1;
    remove(...args);
  };
  return () => count;
};

export const forgetsSignals: ContractCase = {
  name: 'unsubscribe: nothing is left on a signal by what has ended before it',
  async run(tools) {
    const [bus, closing] = [tools.bus(), tools.bus()];
    const channel = sampleChannel(tools.name());
    const { signal } = new AbortController();
    const count = listening(signal);
    const subscription = await bus.subscribe(channel, () => {}, { signal });
    const handler = (): void => {};
    await bus.subscribe(channel, handler, { signal });
    const stream = bus.events(channel, { signal });
    const full = bus.events(channel, { signal, maxBuffered: 1, overflow: 'error' });
    await Promise.all([stream.ready, full.ready]);
    await closing.subscribe(channel, () => {}, { signal });
    closing.events(channel, { signal });
    assert.equal(count(), 6);
    await bus.publish(channel, { n: 1 }, { signal });
    await bus.publishMany(channel, samples(2, 3), { signal });
    await eventually(() => assert.equal(full.dropped, 1));
    await subscription.close();
    await bus.unsubscribe(channel, handler);
    await stream.close();
    await closing.close();
    assert.equal(count(), 0);
  },
};
