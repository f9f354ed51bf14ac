import { expect, test } from 'vitest';
import { Waiting } from './waiting.js';

test('waits until it is so', async () => {
  const waiting = new Waiting();
  let so = false;
  const waited = waiting.until(() => so, 60_000);
  waiting.changed();
  so = true;
  waiting.changed();
  expect(await waited).toBe(true);
  expect(await waiting.until(() => so, 60_000)).toBe(true);
});

test('waits no longer than it is told', async () => {
  expect(await new Waiting().until(() => false, 1)).toBe(false);
});

test('ends when nothing more will come true', async () => {
  const waiting = new Waiting();
  const waited = waiting.until(() => false, 60_000);
  waiting.fail(new Error('over'));
  waiting.fail(new Error('later'));
  await expect(waited).rejects.toThrow('over');
  await expect(waiting.until(() => true, 60_000)).rejects.toThrow('over');
});
