import { describe, expect, test } from 'vitest';
import { RunFailure } from './run-failure.js';
import { Waiting } from './waiting.js';

describe('waiting', () => {
  test('ends at once if it is so already, or when it becomes so', async () => {
    const waiting = new Waiting();
    await waiting.until(() => true);
    let so = false;
    const until = waiting.until(() => so);
    waiting.changed();
    so = true;
    waiting.changed();
    await until;
  });

  test('ends with what went wrong, also if that was before', async () => {
    const waiting = new Waiting();
    const failure = new RunFailure('it crashed');
    const until = waiting.until(() => false);
    waiting.fail(failure);
    waiting.fail(new RunFailure('something that followed from it'));
    await expect(until).rejects.toBe(failure);
    await expect(waiting.until(() => true)).rejects.toBe(failure);
  });

  test('ends at its deadline, and says what was waited for', async () => {
    const until = new Waiting().until(() => false, { what: 'nobody was back', ms: 10 });
    await expect(until).rejects.toThrow('After 0.01 s nobody was back.');
  });
});
