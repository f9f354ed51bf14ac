import { versionsOf } from '../installed-package.js';
import { ratioOf } from '../ratio.js';
import { inRounds, type Samples } from '../rounds.js';
import type { Ratio, Suite, SuiteReport, SuiteRun, Table, Target } from '../suite.js';
import { contenders } from './contenders/all.js';
import { runContender } from './run-contender.js';

/** Durable delivery through Redis, acknowledgements included, beside other libraries. */
export const durableSuite: Suite = {
  about: 'durable delivery through one real Redis, acknowledgements included, beside other libraries',
  run,
};

const workerCounts = [1, 4] as const;

/** What is published many at a time: whoever is fastest of them is compared with the others at their fastest. */
const manyAtATime = ['tidings', 'tidings, batches', 'tidings, keyed'];
const bullmqAtAll = ['BullMQ', 'BullMQ, single'];

async function run({ rounds, progress }: SuiteRun): Promise<SuiteReport> {
  const measures = workerCounts.flatMap((workers) =>
    contenders.map((contender) => {
      const name = measureOf(contender.name, workers);
      const measure = () => {
        progress(`${name}: ${contender.orders} orders`);
        return runContender(contender, workers);
      };
      return [name, measure] as const;
    }),
  );
  const samples = await inRounds(rounds, Object.fromEntries(measures));
  return {
    ratios: workerCounts.flatMap((workers) => ratiosOf(workers, samples)),
    tables: workerCounts.map((workers) => tableOf(workers, samples)),
    versions: versionsOf(contenders),
    notes: [
      'The publisher, each worker and Redis (appendonly yes, appendfsync everysec, no rewrites) are processes of their own. From the first publish until the last order is handled; what was handled is acknowledged on the way, but for the last few.',
      'Four calls of 500 orders are on their way at a time; an order is about 300 bytes of JSON. Every order has to arrive, once, or the run fails.',
      ...contenders.map(({ note }) => note),
    ],
  };
}

function ratiosOf(workers: number, samples: Samples): readonly Ratio[] {
  const perSecond = (name: string) => samples(measureOf(name, workers), 'perSecond');
  const fastest = (names: readonly string[]): string =>
    names.toSorted((a, b) => perSecond(b).median - perSecond(a).median)[0] ?? '';
  const ratio = (label: string, own: string, peer: string, atLeast?: number): Ratio => {
    // Targets are for one worker: more of them compete for the same two processors.
    const target: Target | undefined = atLeast === undefined || workers > 1 ? undefined : { atLeast };
    const of = { over: perSecond(own), under: perSecond(peer), unit: 'orders a second', target };
    return ratioOf(`${workersText(workers)}: ${label}`, of);
  };
  return [
    ratio('tidings at its fastest, of BullMQ at its fastest', fastest(manyAtATime), fastest(bullmqAtAll), 20),
    ratio('tidings at its fastest, of @moleculer/channels', fastest(manyAtATime), '@moleculer/channels', 10),
    ratio('tidings with publish for each, of BullMQ with add', 'tidings, single', 'BullMQ, single'),
    ratio('tidings with publish for each, of @moleculer/channels', 'tidings, single', '@moleculer/channels'),
  ];
}

function tableOf(workers: number, samples: Samples): Table {
  return {
    title: `one publisher, ${workersText(workers)}, end to end`,
    unit: 'orders a second, µs of processor time an order',
    columns: ['orders a second', 'publisher', 'Redis', workers === 1 ? 'worker' : 'workers together', 'checks'],
    rows: contenders.map(({ name, checks }) => {
      const of = (figure: string) => samples(measureOf(name, workers), figure);
      return [name, of('perSecond'), of('publisherUs'), of('redisUs'), of('workersUs'), checks];
    }),
    chart: { column: 'orders a second' },
  };
}

function measureOf(name: string, workers: number): string {
  return `${name}, ${workersText(workers)}`;
}

function workersText(workers: number): string {
  return workers === 1 ? '1 worker' : `${workers} workers`;
}
