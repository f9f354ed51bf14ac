import { versionsOf } from '../installed-package.js';
import { ratioOf } from '../ratio.js';
import { inRounds, type Samples } from '../rounds.js';
import type { Sample } from '../sample.js';
import type { Cell, Ratio, Suite, SuiteReport, SuiteRun, Table } from '../suite.js';
import { type BundleSize, bundleSize } from './bundle-size.js';
import { bundles } from './bundles.js';
import { type Holder, type Measure, measures } from './holder.js';
import { holders } from './holders/all.js';
import { bytesOf } from './run-holder.js';

/** What subscriptions and waiting events take of the heap, and how large a bundle gets. */
export const footprintSuite: Suite = {
  about: 'bytes of heap for a subscription and for an event that waits, and sizes of bundles, beside other libraries',
  run,
};

const kinds = Object.keys(measures) as Measure[];

type Sizes = ReadonlyMap<string, BundleSize>;

async function run({ rounds, progress }: SuiteRun): Promise<SuiteReport> {
  progress(`${bundles.length} bundles`);
  const sizes: Sizes = new Map(
    await Promise.all(bundles.map(async (bundle) => [bundle.name, await bundleSize(bundle)] as const)),
  );
  progress(`bytes of ${holders.length} holders`);
  const samples = await inRounds(
    rounds,
    Object.fromEntries(
      holders.flatMap((holder) =>
        kinds
          .filter((kind) => holder[kind] !== undefined)
          .map((kind) => [key(holder, kind), () => bytesOf(holder, kind)] as const),
      ),
    ),
  );
  return {
    ratios: [...heapRatios(samples), ...bundleRatios(sizes)],
    tables: [heapTable(samples), bundleTable(sizes)],
    versions: versionsOf([...holders, ...bundles]),
    notes: [
      `Heap: what remains of it after collections, for each of ${measures.toOne} subscriptions to one channel, of ${measures.toMany} to a channel each (channels of one schema, made before), of ${measures.buffered} events of about 300 bytes of JSON that wait, and of ${measures.channels} definitions of channels; each in a process of its own.`,
      ...holders.map(({ note }) => note),
      'Bundles: by esbuild, minified, for Node, and gzip at level 9; in kilobytes of 1,000 bytes. Each program subscribes to a channel and publishes on it.',
      'A generated client has no zod in its types; its package validates by it all the same, so a bundle has it.',
    ],
  };
}

function key({ name }: Holder, kind: Measure): string {
  return `${name}, ${kind}`;
}

function heapRatios(samples: Samples): readonly Ratio[] {
  const of = (name: string, kind: Measure): Sample => samples(`${name}, ${kind}`, 'bytes');
  const ratio = (label: string, kind: Measure, own: string, peer: string): Ratio =>
    ratioOf(`${label}, ${own}, of ${peer}`, { over: of(own, kind), under: of(peer, kind), unit: 'bytes' });
  return [
    ratio('bytes of a subscription to one channel', 'toOne', 'tidings', 'emittery'),
    ratio('bytes of a subscription to a channel of its own', 'toMany', 'tidings', 'emittery'),
    ratio('bytes of a waiting event', 'buffered', 'tidings', 'the notes alone, out of JSON'),
    ratio('bytes of a waiting event', 'buffered', 'tidings, events()', 'emittery'),
  ];
}

function bundleRatios(sizes: Sizes): readonly Ratio[] {
  const of = (name: string): number => sizes.get(name)?.gzipKB ?? Number.NaN;
  const own = 'tidings, RedisBus and a channel, ioredis external';
  return ['@boringnode/bus, Redis, ioredis external', 'graphql-redis-subscriptions, ioredis external'].map((peer) => ({
    label: `gzip size, ${own}, of ${peer}`,
    value: of(own) / of(peer),
  }));
}

function heapTable(samples: Samples): Table {
  return {
    title: 'heap',
    unit: 'bytes',
    columns: ['subscription, one channel', 'subscription, a channel each', 'waiting event', 'channel'],
    rows: holders.map((holder) => [
      holder.name,
      ...kinds.map((kind): Cell => (holder[kind] === undefined ? '–' : samples(key(holder, kind), 'bytes'))),
    ]),
  };
}

function bundleTable(sizes: Sizes): Table {
  return {
    title: 'bundles',
    unit: 'kB',
    columns: ['minified', 'gzip', 'files in it'],
    rows: [...sizes].map(([name, { minifiedKB, gzipKB, files }]) => [name, minifiedKB, gzipKB, files]),
  };
}
