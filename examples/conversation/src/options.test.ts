import { describe, expect, test } from 'vitest';
import { openBus } from './open-bus.js';
import { readOptions, UsageError } from './options.js';

describe('the command line', () => {
  test('may be empty', () => {
    expect(readOptions([])).toEqual({ redis: undefined, svg: undefined, transcripts: undefined, help: false });
  });

  test('is read behind the separator too', () => {
    expect(readOptions(['--', '--redis', 'redis://localhost', '--svg=a.svg'])).toMatchObject({
      redis: 'redis://localhost',
      svg: 'a.svg',
    });
  });

  test('names an option that it does not know, and one without a value', () => {
    expect(() => readOptions(['--fast'])).toThrow(new UsageError("Unknown option '--fast'."));
    expect(() => readOptions(['--svg'])).toThrow("Option '--svg <value>' argument missing.");
  });
});

test.each(['memory', 'kafka://hunter2@localhost', 'redis://', 'redis://u:hunter2@localhost?db=1', ''])(
  'an address that is none is refused, and not shown: %s',
  (address) => {
    const open = () => openBus({ address, prefix: 'p:', name: 'p' }, 'main');
    expect(open).toThrow(UsageError);
    expect(open).toThrow(/the address of a Redis server/);
    expect(open).not.toThrow(/hunter2/);
  },
);
