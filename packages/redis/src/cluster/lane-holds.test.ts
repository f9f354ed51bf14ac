import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Holdable, LaneHolds } from './lane-holds.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('held lanes', () => {
  test('are released when their time is over, the last reason counts', () => {
    const lane: Holdable = { slot: 1, holds: 0 };
    const released: Holdable[] = [];
    const holds = new LaneHolds<Holdable>((lanes) => released.push(...lanes));
    holds.hold(100, [lane]);
    holds.hold(300, [lane]);
    vi.advanceTimersByTime(150);
    expect([lane.holds, holds.any]).toEqual([1, true]);
    vi.advanceTimersByTime(150);
    expect([lane.holds, holds.any]).toEqual([0, false]);
    expect(released).toEqual([lane, lane]);
  });

  test('are joined by new ones of the same slots', () => {
    const holds = new LaneHolds<Holdable>(() => {});
    holds.hold(100, [], (slot) => slot === 1);
    const [concerned, other] = [
      { slot: 1, holds: 0 },
      { slot: 2, holds: 0 },
    ];
    expect(holds.any).toBe(false);
    holds.admit(concerned);
    holds.admit(other);
    expect([concerned.holds, other.holds, holds.any]).toEqual([1, 0, true]);
    vi.advanceTimersByTime(100);
    expect(concerned.holds).toBe(0);
    const late = { slot: 1, holds: 0 };
    holds.admit(late);
    expect(late.holds).toBe(0);
  });

  test('are forgotten without a word when it is closed', () => {
    const holds = new LaneHolds<Holdable>(() => expect.unreachable());
    holds.hold(100, [{ slot: 1, holds: 0 }]);
    holds.clear();
    expect(vi.getTimerCount()).toBe(0);
  });
});
