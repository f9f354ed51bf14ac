import { half, harmText, most, number, table, total } from './cells.js';
import type { RowResult } from './row-result.js';
import type { Table } from './tables.js';

/** The same of durable channels. */
export function durableTablesOf(results: readonly RowResult[]): readonly Table[] {
  return [
    table(
      'Durable: what became of the events',
      'Offered while the fault struck, per second. Not handled: accepted by Redis, and not handled by the group; not read: not read by the reader. Told: how many of those not handled the group was told of. Again: handled once more, under the same id. Out of order: of the same key, or read.',
      results,
      [
        ['fault', ({ title }) => title],
        ['held', ({ held }) => (held ? 'yes' : 'NO')],
        ['rounds', ({ rounds }) => String(rounds), 'number'],
        ['offered/s', ({ ours }) => number(ours?.offeredPerSecond), 'number'],
        ['accepted', ({ ours }) => number(ours?.accepted), 'number'],
        ['not handled', ({ ours }) => number(ours?.lost), 'number'],
        ['told', ({ ours }) => number(ours?.reported), 'number'],
        ['not read', ({ ours }) => number(ours?.durable?.reader.lost), 'number'],
        ['again', ({ ours }) => number(ours?.duplicates), 'number'],
        ['under another id', ({ ours }) => number(ours?.durable?.otherIds), 'number'],
        ['read twice', ({ ours }) => number(ours?.durable?.reader.duplicates), 'number'],
        ['out of order', ({ ours }) => number(outOfOrder(ours)), 'number'],
        ['outcome unknown', ({ ours }) => number(ours?.unknown), 'number'],
        ['not sent', ({ ours }) => number(ours && total(ours.notSent)), 'number'],
        ['unsettled', ({ ours }) => number(ours?.unsettled), 'number'],
        ['crashes', ({ ours }) => number(ours && total(ours.crashes)), 'number'],
        ['secrets', ({ secrets }) => String(secrets.ours), 'number'],
      ],
    ),
    table(
      'Durable: how long it took, in milliseconds',
      'Settled: the longest that a publish took. Noticed: from the fault to the first status other than ready, of each participant that lost its connection. Back: from the end of the fault until the group, or the reader, had on every channel what was published afterwards. Caught up: until the group had handled all that had been published before. Redelivered: from the death of a worker, or from its standing still, until another had handled what it was at.',
      results,
      [
        ['fault', ({ title }) => title],
        ['settled', ({ ours }) => number(ours?.longestSettleMs), 'number'],
        ['noticed p50', ({ ours }) => half(ours?.noticedMs), 'number'],
        ['max', ({ ours }) => most(ours?.noticedMs), 'number'],
        ['back p50', ({ ours }) => half(ours?.backMs), 'number'],
        ['max', ({ ours }) => most(ours?.backMs), 'number'],
        ['caught up p50', ({ ours }) => half(ours?.durable?.caughtUpMs), 'number'],
        ['max', ({ ours }) => most(ours?.durable?.caughtUpMs), 'number'],
        ['redelivered p50', ({ ours }) => half(ours?.durable?.redeliveredMs), 'number'],
        ['max', ({ ours }) => most(ours?.durable?.redeliveredMs), 'number'],
        ['besides', ({ besides }) => besides],
      ],
    ),
    table(
      'Durable: the control, a plain ioredis with its defaults on Streams, the same load, at the same moment',
      'XADD for each event; two processes of one group, each a loop of XREADGROUP and XACK. Twice: handled again, mostly because it was stored twice, under another id.',
      results.filter(({ control }) => control !== undefined),
      [
        ['fault', ({ title }) => title],
        ['offered/s', ({ control }) => number(control?.offeredPerSecond), 'number'],
        ['not handled', ({ control }) => number(control?.lost), 'number'],
        ['twice', ({ control }) => number(control?.duplicates), 'number'],
        ['under another id', ({ control }) => number(control?.durable?.otherIds), 'number'],
        ['unsettled', ({ control }) => number(control?.unsettled), 'number'],
        ['back p50', ({ control }) => half(control?.backMs), 'number'],
        ['redelivered p50', ({ control }) => half(control?.durable?.redeliveredMs), 'number'],
        ['crashes', ({ control }) => number(control && total(control.crashes)), 'number'],
        ['secrets', ({ secrets }) => String(secrets.control), 'number'],
        ['suffered', ({ harm }) => harmText(harm)],
      ],
    ),
  ];
}

function outOfOrder(ours: RowResult['ours']): number | undefined {
  return ours && ours.outOfOrder + (ours.durable?.reader.outOfOrder ?? 0);
}
