import { expect, test } from 'vitest';
import { isReservedConstant, isReservedType } from './reserved-names.js';

test.each(['delete', 'await', 'bus', 'definition', 'Channel', '__proto__', 'then', 'undefined'])(
  'a constant can not be called %s',
  (name) => expect(isReservedConstant(name)).toBe(true),
);

test.each(['published', 'Published', 'bus_'])('a channel called %s would have a type that the runtime has', (name) => {
  expect(isReservedConstant(name)).toBe(true);
});

test('other names are free', () => {
  expect(['messageSent', 'Promise', 'publish', 'event', 'prototype', 'toString'].filter(isReservedConstant)).toEqual(
    [],
  );
});

test('types of the platform and of the runtime keep their names, and words can be none', () => {
  const taken = ['Date', 'Branded', 'URL', 'Merged', 'delete', 'string', 'bigint', 'any'];
  expect([...taken, 'User', 'money', 'Promise2'].filter(isReservedType)).toEqual(taken);
});
