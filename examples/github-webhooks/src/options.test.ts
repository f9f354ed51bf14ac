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

  test('says where the Redis bus comes from', () => {
    expect(() => openBus('redis://localhost:6379')).toThrow(/@tidings\/redis/);
  });

  test('says which buses there are', () => {
    expect(() => openBus('kafka://localhost')).toThrow(/'memory'/);
  });
});
