import { decodeData, MemoryBus } from '@tidings/core';
import { afterAll, describe, expect, test } from 'vitest';
import { samples } from './samples.js';

const bus = new MemoryBus();
afterAll(() => bus.close());

/** Strings that anybody may add values to have no bound of their own; the bus limits the event. */
const open = ['role', 'reason', 'outcome', 'finishReason'];

describe.each(samples.map(({ channel, wire }) => ({ name: channel.name, channel, wire })))(
  '$name',
  ({ channel, wire }) => {
    test('comes back from Data as it was', () => {
      const { body } = bus.encode(channel, decodeData(channel, wire) as never);
      expect(JSON.parse(body)).toHaveProperty('data', wire);
    });

    test('gives handlers a Date for every moment', () => {
      const data = decodeData(channel, wire) as Record<string, unknown>;
      for (const name of Object.keys(wire).filter((key) => key.endsWith('At'))) expect(data[name]).toBeInstanceOf(Date);
    });

    test.each(Object.keys(wire))('refuses another type for %s', (name) => {
      const other = typeof wire[name] === 'number' ? 'text' : 7;
      expect(() => decodeData(channel, { ...wire, [name]: other })).toThrow(name);
    });

    test.each(Object.keys(wire).filter((name) => typeof wire[name] === 'string' && !open.includes(name)))(
      'bounds %s',
      (name) => {
        expect(() => decodeData(channel, { ...wire, [name]: 'x'.repeat(100_000) })).toThrow(name);
      },
    );
  },
);
