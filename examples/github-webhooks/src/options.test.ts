import { describe, expect, test } from 'vitest';
import { openBus } from './open-bus.js';
import { readOptions, UsageError } from './options.js';

describe('the command line', () => {
  test('has defaults', () => {
    expect(readOptions([])).toEqual({ bus: 'memory', rounds: 1, help: false });
  });

  test.each([['--bus', 'redis://localhost'], ['--bus=redis://localhost'], ['--', '--bus', 'redis://localhost']])(
    'reads %s %s %s',
    (...args: string[]) => {
      expect(readOptions(args.filter((arg) => arg !== undefined)).bus).toBe('redis://localhost');
    },
  );

  test('names an option that it does not know', () => {
    expect(() => readOptions(['--fast'])).toThrow(new UsageError("Unknown option '--fast'."));
  });

  test('says when a value is missing', () => {
    expect(() => readOptions(['--bus'])).toThrow("Option '--bus <value>' argument missing.");
  });

  test.each(['0', '-1', '1.5', 'many', '10001'])('refuses %s rounds', (rounds) => {
    expect(() => readOptions([`--rounds=${rounds}`])).toThrow(UsageError);
  });

  test('sends more rounds through Redis, where things happen on the way', () => {
    expect(readOptions(['--bus', 'redis://localhost']).rounds).toBe(8);
    expect(readOptions(['--bus', 'redis://localhost', '--rounds', '2']).rounds).toBe(2);
  });
});

describe('openBus', () => {
  test.each(['memory', 'redis://localhost:6379', 'rediss://user:password@redis.example.org:6380/0'])(
    'makes a bus for %s, and connects to nothing yet',
    async (address) => {
      await using bus = openBus(address);
      expect(bus.status).toBe('connecting');
    },
  );

  test.each(['kafka://hunter2@localhost', 'redis://', 'redis://u:hunter2@localhost?db=1', 'hunter2', ''])(
    'says which buses there are, and shows nothing of %s',
    (address) => {
      const open = () => openBus(address);
      expect(open).toThrow(UsageError);
      expect(open).toThrow(/'memory' or the address of a Redis server/);
      expect(open).not.toThrow(/hunter2/);
    },
  );
});
