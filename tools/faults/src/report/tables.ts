import { half, harmText, most, number, table, total } from './cells.js';
import type { RowResult } from './row-result.js';

/** A table of texts. */
export interface Table {
  readonly title: string;
  /** What its columns mean, where that is not plain. */
  readonly note: string;
  readonly head: readonly string[];
  readonly rows: ReadonlyArray<readonly string[]>;
  /** Columns with numbers are set to the right. */
  readonly numbers: readonly number[];
}

/** What became of the events, how long it took, and what became of the control's. */
export function tablesOf(results: readonly RowResult[]): readonly Table[] {
  const loaded = results.filter(({ control }) => control !== undefined);
  return [
    table(
      'What became of the events',
      'Offered while the fault struck, per second. Lost: accepted by Redis, and not received by a subscriber. Reported: those of them that the subscriber was told of, with the exact count. Not sent: rejected, with the certainty that it was not accepted.',
      results,
      [
        ['fault', ({ title }) => title],
        ['held', ({ held }) => (held ? 'yes' : 'NO')],
        ['rounds', ({ rounds }) => String(rounds), 'number'],
        ['offered/s', ({ ours }) => number(ours?.offeredPerSecond), 'number'],
        ['accepted', ({ ours }) => number(ours?.accepted), 'number'],
        ['lost', ({ ours }) => number(ours?.lost), 'number'],
        ['reported', ({ ours }) => number(ours?.reported), 'number'],
        ['duplicates', ({ ours }) => number(ours?.duplicates), 'number'],
        ['out of order', ({ ours }) => number(ours?.outOfOrder), 'number'],
        ['outcome unknown', ({ ours }) => number(ours?.unknown), 'number'],
        ['not sent', ({ ours }) => number(ours && total(ours.notSent)), 'number'],
        ['unsettled', ({ ours }) => number(ours?.unsettled), 'number'],
        ['crashes', ({ ours }) => number(ours && total(ours.crashes)), 'number'],
        ['secrets', ({ secrets }) => String(secrets.ours), 'number'],
      ],
    ),
    table(
      'How long it took, in milliseconds',
      'Settled: the longest that a publish took. Noticed: from the fault to the first status other than ready, of each participant that lost its connection. Back: from the end of the fault until a subscriber received on every channel what was published afterwards.',
      results,
      [
        ['fault', ({ title }) => title],
        ['settled', ({ ours }) => number(ours?.longestSettleMs), 'number'],
        ['noticed p50', ({ ours }) => half(ours?.noticedMs), 'number'],
        ['max', ({ ours }) => most(ours?.noticedMs), 'number'],
        ['back p50', ({ ours }) => half(ours?.backMs), 'number'],
        ['max', ({ ours }) => most(ours?.backMs), 'number'],
        ['besides', ({ besides }) => besides],
      ],
    ),
    table(
      'The control: a plain ioredis with its defaults, the same load, at the same moment',
      'It can report nothing, so whatever it loses is lost without a word.',
      loaded,
      [
        ['fault', ({ title }) => title],
        ['offered/s', ({ control }) => number(control?.offeredPerSecond), 'number'],
        ['lost', ({ control }) => number(control?.lost), 'number'],
        ['duplicates', ({ control }) => number(control?.duplicates), 'number'],
        ['out of order', ({ control }) => number(control?.outOfOrder), 'number'],
        ['unsettled', ({ control }) => number(control?.unsettled), 'number'],
        ['noticed p50', ({ control }) => half(control?.noticedMs), 'number'],
        ['back p50', ({ control }) => half(control?.backMs), 'number'],
        ['crashes', ({ control }) => number(control && total(control.crashes)), 'number'],
        ['secrets', ({ secrets }) => String(secrets.control), 'number'],
        ['suffered', ({ harm }) => harmText(harm)],
      ],
    ),
  ];
}
