import { describe, expect, test } from 'vitest';
import { DurableLedger } from './durable-ledger.js';
import type { Reporter } from './report.js';

const publisher: Reporter = { side: 'ours', role: 'publisher', index: 0, pid: 1 };
const workers: readonly Reporter[] = [2, 3].map((pid, index) => ({ side: 'ours', role: 'worker', index, pid }));
const [one, other] = workers as [Reporter, Reporter];
const reader: Reporter = { side: 'ours', role: 'reader', index: 0, pid: 4 };

/** Four events that were accepted, published at 0, 10, 20 and 30, on a channel with two keys for a group and one order for a reader. */
function ledger(): DurableLedger {
  const book = new DurableLedger({ group: () => ({ lanes: 2 }), reader: () => ({ lanes: 1 }) });
  for (const reporter of [publisher, one, other, reader]) book.enter(reporter);
  const numbers = [0, 1, 2, 3];
  book.take(publisher, { sent: numbers.map((n) => [0, n, 10 * n] as const) });
  book.take(publisher, { settled: numbers.map((n) => [0, n, 'accepted', 1] as const) });
  return book;
}

function received(n: number, at: number, id = `id${n}`): readonly [number, number, number, number, number, string] {
  return [0, 0, n, 10 * n, at, id];
}

describe('the books of durable channels', () => {
  test('take the workers as one, whoever reports first', () => {
    const book = ledger();
    book.take(other, { received: [received(1, 41), received(3, 43)] });
    book.take(one, { received: [received(0, 40), received(2, 42)] });
    expect(book.figures([])).toMatchObject({ received: 4, lost: 0, duplicates: 0, outOfOrder: 0 });
    expect(book.figures([]).durable?.reader).toEqual({ received: 0, lost: 4, duplicates: 0, outOfOrder: 0 });
  });

  test('count what was accepted and not handled, and what of it was told', () => {
    const book = ledger();
    book.take(one, { received: [received(0, 40), received(3, 43)] });
    expect(book.figures([])).toMatchObject({ lost: 2, reported: 0, silent: 2, invented: 0 });
    expect([book.overdue(15), book.overdue(100)]).toEqual([1, 2]);
    book.take(one, { incidents: [{ kind: 'gap', at: 50, reason: 'trimmed', count: 2 }] });
    expect(book.figures([])).toMatchObject({ lost: 2, reported: 2, silent: 0, invented: 0 });
    book.take(other, { incidents: [{ kind: 'gap', at: 51, reason: 'trimmed', count: 1 }] });
    expect(book.figures([])).toMatchObject({ reported: 2, invented: 1 });
  });

  test('tell what was handled again under its id from what was under another', () => {
    const book = ledger();
    book.take(one, { received: [received(0, 40), received(1, 41)] });
    book.take(other, { received: [received(0, 50), received(1, 51, 'another')] });
    const { duplicates, durable } = book.figures([]);
    expect([duplicates, durable?.otherIds]).toEqual([2, 1]);
  });

  test('look at the order of what is of the same key, and of first times only', () => {
    const book = ledger();
    book.take(one, { received: [received(2, 40), received(1, 41), received(0, 42), received(3, 43), received(1, 44)] });
    expect(book.figures([]).outOfOrder).toBe(1);
    book.take(reader, { received: [received(0, 40), received(2, 41), received(1, 42), received(3, 43)] });
    expect(book.figures([]).durable?.reader.outOfOrder).toBe(1);
  });

  test('tell how long it took until another worker had what a dead one was at', () => {
    const book = ledger();
    book.take(one, {
      began: [
        [0, 0, 0, 35],
        [0, 0, 1, 36],
      ],
      received: [received(0, 38)],
    });
    book.died(one.pid, 40);
    book.take(other, { began: [[0, 0, 1, 90]], received: [received(1, 100)] });
    expect(book.figures([]).durable?.redeliveredMs).toEqual([60]);
  });

  test('tell when the group was back, and when it had caught up', () => {
    const book = ledger();
    const strikes = [{ from: 5, to: 25 }];
    book.take(one, { received: [received(0, 8), received(1, 60), received(3, 50), received(2, 70)] });
    book.take(reader, { received: [received(3, 30)] });
    const { backMs, durable } = book.figures(strikes);
    expect([backMs, durable?.caughtUpMs]).toEqual([[25, 5], [45]]);
  });
});
