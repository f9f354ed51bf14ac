import { describe, expect, test } from 'vitest';
import type { Reporter } from './report.js';
import { SideLedger } from './side-ledger.js';

const publisher: Reporter = { side: 'ours', role: 'publisher', index: 0, pid: 1 };
const subscriber: Reporter = { side: 'ours', role: 'subscriber', index: 0, pid: 2 };

function ledger(): SideLedger {
  const book = new SideLedger(true);
  book.enter(publisher);
  book.enter(subscriber);
  return book;
}

describe('the books of a side', () => {
  test('are the same in whatever order publisher and subscriber report', () => {
    const sent = { sent: [0, 1, 2, 3].map((n) => [0, n, 10 * n] as const) };
    const settled = { settled: [0, 1, 2, 3].map((n) => [0, n, n === 3 ? 'outcome_unknown' : 'accepted', 5] as const) };
    const received = {
      received: [0, 2].map((n) => [0, 0, n, 10 * n, 10 * n + 1] as const),
      holes: [[0, 0, 1]] as const,
    };
    const one = ledger();
    one.take(publisher, sent);
    one.take(publisher, settled);
    one.take(subscriber, received);
    const other = ledger();
    other.take(subscriber, received);
    other.take(publisher, sent);
    other.take(publisher, settled);
    const figures = one.figures([{ from: 5, to: 15 }]);
    expect(other.figures([{ from: 5, to: 15 }])).toEqual(figures);
    expect(figures).toMatchObject({ published: 4, accepted: 3, unknown: 1, lost: 1, reported: 1, silent: 0 });
    expect(figures).toMatchObject({ backMs: [6], stillDeaf: 0, unsettled: 0, longestSettleMs: 5 });
  });

  test('tell duplicates and events out of order apart', () => {
    const book = ledger();
    book.take(publisher, { sent: [0, 1, 2].map((n) => [0, n, n] as const) });
    book.take(subscriber, { received: [0, 2, 1, 2].map((n) => [0, 0, n, n, n] as const) });
    expect(book.figures([])).toMatchObject({ duplicates: 1, outOfOrder: 1, received: 4 });
  });

  test('count what is offered over a while at least, and over all of a fault', () => {
    const book = ledger();
    book.take(publisher, { sent: Array.from({ length: 6_000 }, (_, n) => [0, n, n / 2] as const) });
    expect(book.figures([{ from: 100, to: 101 }]).offeredPerSecond).toBe(2_000);
    expect(book.figures([{ from: 0, to: 6_000 }]).offeredPerSecond).toBe(1_000);
  });

  test('know who noticed, after how long, and to which fault that belongs', () => {
    const book = ledger();
    const status = (at: number, word: string) => ({ kind: 'status', at, status: word }) as const;
    book.take(subscriber, { incidents: [status(1, 'ready'), status(13, 'reconnecting'), status(14, 'ready')] });
    book.take(publisher, { incidents: [status(1, 'ready'), status(25, 'reconnecting')] });
    const strikes = [
      { from: 10, to: 11 },
      { from: 20, to: 21 },
    ];
    expect(book.figures(strikes).noticedMs).toEqual([3, 5]);
  });

  test('know who is still deaf', () => {
    const book = ledger();
    book.take(publisher, { sent: [0, 1, 2].map((n) => [0, n, 10 * n] as const) });
    book.take(subscriber, { received: [[0, 0, 0, 0, 1]] });
    expect(book.figures([{ from: 5, to: 6 }])).toMatchObject({ backMs: [], stillDeaf: 1 });
    expect(book.silentStreams(1, 6)).toBe(1);
    expect(book.unfinishedStreams()).toBe(1);
    book.take(subscriber, { received: [[0, 0, 2, 20, 22]] });
    expect(book.figures([{ from: 5, to: 6 }])).toMatchObject({ backMs: [16], stillDeaf: 0 });
    expect([book.silentStreams(1, 6), book.unfinishedStreams()]).toEqual([0, 0]);
  });
});
