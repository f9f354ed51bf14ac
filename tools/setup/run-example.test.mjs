import { expect, test } from 'vitest';
import { Halt } from './halt.mjs';
import { chosenExample } from './run-example.mjs';

test('npm start alone runs the example of GitHub webhooks', () => {
  expect(chosenExample([])).toEqual({ name: 'github-webhooks', args: [] });
  expect(chosenExample(['--bus', 'memory'])).toEqual({ name: 'github-webhooks', args: ['--bus', 'memory'] });
});

test.each([[['--example', 'conversation', '--svg', 'a.svg']], [['--svg', 'a.svg', '--example=conversation']]])(
  '%j runs another, which gets the other options',
  (args) => {
    expect(chosenExample(args)).toEqual({ name: 'conversation', args: ['--svg', 'a.svg'] });
  },
);

test.each([[['--example']], [['--example', 'none']]])('%j names no example', (args) => {
  expect(() => chosenExample(args)).toThrow(Halt);
});
