import { expect, test } from 'vitest';
import { byStep, stepOf } from './steps.js';

const at = (url: string, name = 'f', line = 1) => ({ name, url, line });

test('a place belongs to the step of its file, and what is in no file to that of its name', () => {
  expect(stepOf(at('file:///w/packages/core/dist/envelope/write-envelope.js'))).toBe('encode');
  expect(stepOf(at('file:///w/packages/core/dist/envelope/read-envelope.js'))).toBe('id, time and envelope');
  expect(stepOf(at('file:///w/packages/core/dist/front/lane.js'))).toBe('number, gather and dispatch');
  expect(stepOf(at('file:///w/node_modules/ioredis/built/Redis.js'))).toBe('write and read');
  expect(stepOf(at('', '', 3))).toBe('validate');
  expect(stepOf(at('', '(garbage collector)', -1))).toBe('garbage collector');
  expect(stepOf(at('', '(program)', -1))).toBe('everything else');
  expect(stepOf(at('', '(idle)', -1))).toBeUndefined();
  expect(stepOf(at('node:inspector', 'post'))).toBeUndefined();
});

test('the time of a step is that of all its places', () => {
  const places = [
    [at('node:net'), 3],
    [at('', 'writeBuffer', -1), 4],
    [at('', '(idle)', -1), 100],
  ] as const;
  expect(byStep(places)).toEqual({ 'write and read': 7 });
});
