import { packageVersions } from '../installed-package.js';
import type { Ratio, Suite, SuiteReport, SuiteRun, Table } from '../suite.js';
import { type LongRun, runDelivery } from './run-delivery.js';
import { medianOfFifth, type Series, seriesOf, thinned } from './series.js';
import { deliveries } from './stream.js';

/** Whether a publisher, a subscriber and Redis stay as they are under full load for long. */
export const enduranceSuite: Suite = {
  about: 'memory and throughput over ten minutes at full load through a real Redis, broadcast and then durable',
  run,
};

const points = 20;

interface Found {
  readonly name: string;
  readonly run: LongRun;
  readonly series: readonly Series[];
}

/** Sizes are seconds here. It is measured once: a round would be as long again. */
async function run({ sizes = [600], progress }: SuiteRun): Promise<SuiteReport> {
  const found: Found[] = [];
  for (const seconds of sizes) {
    for (const delivery of deliveries) {
      const name = `${delivery}, ${seconds} s`;
      const long = await runDelivery(delivery, seconds, progress);
      if (long.publisher.length === 0 || long.subscriber.length === 0)
        throw new Error(`${name}: too short for a sample`);
      found.push({ name, run: long, series: seriesOf(long) });
    }
  }
  return {
    ratios: found.flatMap(flatness),
    tables: [eventsOf(found), ...found.map(fifthsOf), ...found.map(overTime)],
    versions: packageVersions(['@tidings/redis']),
    notes: [
      'Publisher, subscriber and Redis are processes of their own. publishMany of 512 orders of about 300 bytes in a loop, four calls on their way at a time, no more than 8,192 orders ahead of the subscriber; checked by zod on both ends.',
      'Samples are taken every 10 s once 20 s have passed (in shorter runs, some twenty of them once a tenth of the time has), heap, RSS and external memory after a full collection of garbage, which is within the throughput. A row of the last tables is the median of the samples that it stands for. Ratios are the median of the last fifth over that of the first.',
      'The durable log keeps the last 50,000 orders; Redis appends every second to its file (appendonly yes, appendfsync everysec) and writes that anew when it has doubled, as by default.',
      'Measured once, whatever the rounds. Missing orders and reported gaps would be in the first table; orders that came again are what at-least-once delivery allows.',
    ],
  };
}

function flatness({ name, series }: Found): readonly Ratio[] {
  return series.map(({ name: what, values }) => ({
    label: `${name}: ${what}, last fifth of first`,
    value: medianOfFifth(values, 'last') / medianOfFifth(values, 'first'),
    // External memory is a few MB of buffers, whose number depends on the moment.
    ...(/(heap|RSS|used_memory)$/.test(what) && { target: { atMost: 1.1 } }),
  }));
}

function eventsOf(found: readonly Found[]): Table {
  return {
    title: 'events in all',
    unit: 'events',
    columns: ['published', 'handled', 'missing', 'again', 'gaps', 'missed by gaps', 'problems'],
    rows: found.map(({ name, run: { published, different, handled, gaps, missed, problems } }) => [
      name,
      published,
      different,
      published - different,
      handled - different,
      gaps,
      missed,
      problems,
    ]),
  };
}

function fifthsOf({ name, series }: Found): Table {
  return {
    title: `${name}: first and last fifth`,
    unit: 'a second, MB',
    columns: ['first', 'last', 'least', 'most'],
    rows: series.map(({ name: what, values }) => [
      what,
      medianOfFifth(values, 'first'),
      medianOfFifth(values, 'last'),
      Math.min(...values),
      Math.max(...values),
    ]),
  };
}

function overTime({ name, run: { subscriber }, series }: Found): Table {
  const seconds = thinned(
    subscriber.slice(1).map(({ atMs }) => atMs / 1_000),
    points,
  );
  const columns = series.map(({ values }) => thinned(values, points));
  return {
    title: `${name}: over time`,
    unit: 'a second, MB',
    columns: series.map(({ name: what }) => what),
    rows: seconds.map((at, row) => [`${at.toFixed(0)} s`, ...columns.map((values) => values[row] ?? '')]),
  };
}
