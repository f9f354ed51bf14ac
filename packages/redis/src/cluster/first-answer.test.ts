import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Ask, firstAnswer, NoAnswer } from './first-answer.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const open = new AbortController().signal;

/** Answers after so long, or fails, and notes whether it was dropped. */
function asked(log: string[], name: string, afterMs: number, fails = false): Ask<string> {
  return (dropped) => {
    log.push(`ask ${name}`);
    dropped.addEventListener('abort', () => log.push(`drop ${name}`));
    return new Promise((resolve, reject) => {
      setTimeout(() => (fails ? reject(new Error(name)) : resolve(name)), afterMs);
    });
  };
}

describe('the first answer', () => {
  test('is that of the first who is asked, if it comes soon', async () => {
    const log: string[] = [];
    const answer = firstAnswer([asked(log, 'a', 10), asked(log, 'b', 1)], 250, open);
    await vi.advanceTimersByTimeAsync(300);
    expect(await answer).toBe('a');
    expect(log).toEqual(['ask a', 'drop a']);
  });

  test('comes from the next if one fails', async () => {
    const log: string[] = [];
    const answer = firstAnswer([asked(log, 'a', 10, true), asked(log, 'b', 10)], 250, open);
    await vi.advanceTimersByTimeAsync(20);
    expect(await answer).toBe('b');
  });

  test('comes from the next if one is slow, whom nobody waits for any more', async () => {
    const log: string[] = [];
    const answer = firstAnswer([asked(log, 'a', 10_000), asked(log, 'b', 10)], 250, open);
    await vi.advanceTimersByTimeAsync(260);
    expect(await answer).toBe('b');
    expect(log).toEqual(['ask a', 'ask b', 'drop a', 'drop b']);
    expect(vi.getTimerCount()).toBe(1);
  });

  test('may still come from who is slow', async () => {
    const log: string[] = [];
    const answer = firstAnswer([asked(log, 'a', 400), asked(log, 'b', 10, true)], 250, open);
    await vi.advanceTimersByTimeAsync(400);
    expect(await answer).toBe('a');
  });

  test('does not come if all fail: every reason is told, in order', async () => {
    const answer = firstAnswer([asked([], 'a', 300, true), asked([], 'b', 1, true)], 250, open);
    const error = answer.catch((reason: unknown) => reason);
    await vi.advanceTimersByTimeAsync(400);
    expect(await error).toBeInstanceOf(NoAnswer);
    expect(((await error) as NoAnswer).reasons).toEqual([new Error('a'), new Error('b')]);
    await expect(firstAnswer([], 250, open)).rejects.toThrow(NoAnswer);
  });

  test('is not waited for once it is dropped', async () => {
    const log: string[] = [];
    const given = new AbortController();
    const error = firstAnswer([asked(log, 'a', 1_000), asked(log, 'b', 1_000)], 250, given.signal).catch(
      (reason: unknown) => reason,
    );
    given.abort();
    expect(await error).toBeInstanceOf(NoAnswer);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(log).toEqual(['ask a', 'drop a']);
    await expect(firstAnswer([asked(log, 'c', 1)], 250, given.signal)).rejects.toThrow(NoAnswer);
    expect(log).toEqual(['ask a', 'drop a']);
  });
});
