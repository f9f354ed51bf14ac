import { decodeData, MemoryBus } from '@tidings/core';
import { afterAll, describe, expect, test } from 'vitest';
import { githubChannels as channels } from '../src/generated/index.js';
import { deliveriesOf } from './deliveries.js';

const bus = new MemoryBus();
afterAll(() => bus.close());

describe.each(channels.map((channel) => ({ name: channel.name, channel })))('$name', ({ channel }) => {
  const deliveries = deliveriesOf(channel);

  test('has real deliveries to be tried with', () => {
    expect(deliveries.length).toBeGreaterThan(0);
  });

  test.each(deliveries)('takes $label, and publishes it so that it is read as the same again', ({ payload }) => {
    const data = decodeData(channel, payload);
    const envelope: { readonly data: unknown } = JSON.parse(bus.encode(channel, data as never).body);
    expect(decodeData(channel, envelope.data)).toEqual(data);
  });
});
