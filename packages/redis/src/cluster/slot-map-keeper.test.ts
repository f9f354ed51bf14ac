import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SlotMap } from './slot-map.js';
import { SlotMapKeeper } from './slot-map-keeper.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const map = new SlotMap([]);

/** A keeper whose questions take so long. */
function keep({ tookMs = 5, fails = false }: { readonly tookMs?: number; readonly fails?: boolean } = {}): {
  readonly keeper: SlotMapKeeper;
  readonly askedAt: number[];
  readonly rounds: number[];
} {
  const askedAt: number[] = [];
  const rounds: number[] = [];
  const start = performance.now();
  const keeper = new SlotMapKeeper({
    ask: () => {
      askedAt.push(performance.now() - start);
      return new Promise((resolve, reject) => {
        setTimeout(() => (fails ? reject(new Error('nobody')) : resolve(map)), tookMs);
      });
    },
    renewed: (_map, round) => rounds.push(round),
    failed: () => rounds.push(Number.NaN),
  });
  keeper.start();
  return { keeper, askedAt, rounds };
}

describe('the keeper of the map', () => {
  test('asks at once when it is told to', async () => {
    const { keeper, rounds } = keep();
    const round = keeper.refresh();
    expect(keeper.refresh()).toBe(round);
    await vi.advanceTimersByTimeAsync(10);
    expect(rounds).toEqual([round]);
    keeper.close();
  });

  test('asks once more if it is told to while it asks, since the answer may be older', async () => {
    const { keeper, rounds } = keep();
    keeper.refresh();
    await vi.advanceTimersByTimeAsync(1);
    const round = keeper.refresh();
    keeper.refresh();
    await vi.advanceTimersByTimeAsync(100);
    expect(rounds).toEqual([round - 1, round]);
    keeper.close();
  });

  test('asks now and then by itself, and more often while something is away', async () => {
    const { keeper, askedAt } = keep();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(askedAt.length).toBeGreaterThanOrEqual(5);
    expect(askedAt.length).toBeLessThanOrEqual(8);
    const before = askedAt.length;
    keeper.calm = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(askedAt.length - before).toBeGreaterThanOrEqual(20);
    expect(askedAt.length - before).toBeLessThanOrEqual(34);
    keeper.close();
  });

  test('never asks all the time, however often it is told to', async () => {
    const { keeper, askedAt } = keep({ tookMs: 0 });
    for (let ms = 0; ms < 10_000; ms += 1) {
      keeper.refresh();
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(askedAt.length).toBeLessThanOrEqual(115);
    keeper.close();
  });

  test('tries again soon when nobody answers', async () => {
    const { keeper, askedAt } = keep({ fails: true });
    keeper.refresh();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(askedAt.length).toBeGreaterThanOrEqual(4);
    keeper.close();
  });

  test('does nothing once it is closed', async () => {
    const { keeper, askedAt, rounds } = keep();
    keeper.refresh();
    await vi.advanceTimersByTimeAsync(1);
    keeper.close();
    keeper.refresh();
    keeper.calm = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([askedAt.length, rounds.length]).toEqual([1, 0]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
