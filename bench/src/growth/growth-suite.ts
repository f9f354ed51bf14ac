import { versionsOf } from '../installed-package.js';
import { ratioOf } from '../ratio.js';
import { inRounds, type Samples } from '../rounds.js';
import type { Sample } from '../sample.js';
import type { Ratio, Suite, SuiteReport, SuiteRun, Table } from '../suite.js';
import { contenders } from './contenders/all.js';
import { runContender } from './run-contender.js';
import { kinds } from './shape.js';

type Kind = (typeof kinds)[number];

/** What many channels, and many subscribers of one, cost a bus. */
export const growthSuite: Suite = {
  about: 'buses of 1 to 10,000 channels, and of 1 to 10,000 subscribers of one, in memory and through a real Redis',
  run,
};

const sizesOfSuite = [1, 10, 100, 1_000, 10_000];

async function run({ rounds, sizes = sizesOfSuite, progress }: SuiteRun): Promise<SuiteReport> {
  const measures = kinds.flatMap((kind) =>
    sizes.flatMap((size) =>
      contenders.map(
        (contender) =>
          [
            measureOf(contender.name, kind, size),
            () => {
              progress(`${contender.name}: ${sizeText(kind, size)}`);
              return runContender(contender, kind, size);
            },
          ] as const,
      ),
    ),
  );
  const samples = await inRounds(rounds, Object.fromEntries(measures));
  return {
    ratios: kinds.flatMap((kind) => flatness(kind, sizes, samples)),
    tables: kinds.flatMap((kind) => contenders.map(({ name }) => tableOf(name, kind, sizes, samples))),
    versions: versionsOf(contenders),
    notes: [
      'Orders of about 300 bytes, published singly (256 calls at a time, of which up to four are on their way) on all channels in turn, for two seconds at full load after half a second of it, until the last has arrived. All that was published arrived, or the run would have failed. No more than 4,096 orders, and about 65,536 calls of handlers, are ahead of the subscriber.',
      'In memory everything is in one process. Through Redis, publisher, subscriber and server are processes of their own; the connections are those of the subscriber’s bus.',
      '`subscribe` is how long it takes to subscribe to all side by side. `first` is what an order takes, until it has arrived, while every channel carries its first one (with few channels the first 256): a bus of Tidings connects then, and prepares the channel’s checks on both sides. `publish` is how long one publish takes that is awaited before the next (the median of 500, of fewer with more than 1,000 subscribers). `heap` is with everything subscribed and `heap after` when all has been handled, garbage collected; so is RSS. The heap of Tidings includes the channels’ definitions, one for each name; the other library has names only.',
      ...contenders.map(({ note }) => note),
    ],
  };
}

function measureOf(name: string, kind: Kind, size: number): string {
  return `${name}, ${kind}, ${size}`;
}

function sizeText(kind: Kind, size: number): string {
  const text = size.toLocaleString('en-US');
  if (kind === 'channels') return size === 1 ? '1 channel' : `${text} channels`;
  return size === 1 ? '1 subscriber' : `${text} subscribers`;
}

/** What is counted: with several subscribers of a channel, each is work. */
function rateOf(kind: Kind): string {
  return kind === 'channels' ? 'perSecond' : 'deliveriesPerSecond';
}

/** Whether there is less of it a second where there are many. */
function flatness(kind: Kind, sizes: readonly number[], samples: Samples): readonly Ratio[] {
  const [smallest] = sizes;
  const largest = sizes.at(-1);
  if (smallest === undefined || largest === undefined || smallest === largest) return [];
  const what = kind === 'channels' ? 'orders' : 'deliveries';
  return contenders.map(({ name }) => {
    const unit = `${what} a second`;
    const rate = (size: number): Sample => samples(measureOf(name, kind, size), rateOf(kind));
    const label = `${name}: ${unit} with ${sizeText(kind, largest)}, of ${sizeText(kind, smallest)}`;
    return ratioOf(label, { over: rate(largest), under: rate(smallest), unit });
  });
}

function tableOf(name: string, kind: Kind, sizes: readonly number[], samples: Samples): Table {
  const rate = kind === 'channels' ? 'orders a second' : 'deliveries a second';
  return {
    title: `${name}, many ${kind}`,
    unit: 'ms, a second, µs, MB',
    columns: ['subscribe', 'first', rate, 'publish', 'heap', 'heap after', 'RSS', 'connections'],
    rows: sizes.map((size) => {
      const of = (figure: string) => samples(measureOf(name, kind, size), figure);
      return [
        sizeText(kind, size),
        of('subscribeMs'),
        of('firstUs'),
        of(rateOf(kind)),
        of('publishUs'),
        of('heapMb'),
        of('heapAfterMb'),
        of('rssMb'),
        of('connections').median,
      ];
    }),
  };
}
