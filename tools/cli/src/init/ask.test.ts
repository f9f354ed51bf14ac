import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ask } from './ask.js';

const suggested = { name: 'orders', channel: 'orders.created', description: 'Something.' };

/** A terminal at which somebody types, a line to a question, when the question is on the screen. */
async function answered(
  given: Parameters<typeof ask>[0],
  lines: readonly (readonly [question: string, keys: string])[],
) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let screen = '';
  output.on('data', (chunk) => {
    screen += chunk;
  });
  const result = ask(given, suggested, { input, output });
  for (const [question, keys] of lines) {
    const end = Date.now() + 5_000;
    while (!screen.includes(question)) {
      if (Date.now() > end) throw new Error(`'${question}' was not asked:\n${screen}`);
      await setTimeout(5);
    }
    screen = '';
    input.write(keys);
  }
  return { result: await result, screen: () => screen };
}

test('asks for everything, and takes the suggestion for an empty answer', async () => {
  const { result } = await answered({}, [
    ['called on npm', '@acme/orders\r'],
    ['what happened to what', '\r'],
    ['in a sentence', '\r'],
  ]);
  expect(result).toEqual({ name: '@acme/orders', channel: 'orders.created', description: 'Orders created.' });
});

test('asks again for what can not be', async () => {
  const { result } = await answered({ name: 'orders' }, [
    ['what happened to what', 'Placed\r'],
    ['lower-case words joined by dots', '\u007f'.repeat(6)],
    ['what happened to what', 'order.placed\r'],
    ['in a sentence', 'Placed.\r'],
  ]);
  expect(result).toEqual({ name: 'orders', channel: 'order.placed', description: 'Placed.' });
});

test('makes nothing if the person gives up', async () => {
  const { result } = await answered({}, [['called on npm', '\u0003']]);
  expect(result).toBeUndefined();
});
