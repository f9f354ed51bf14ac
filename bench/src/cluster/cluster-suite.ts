import { versionsOf } from '../installed-package.js';
import { ratioOf } from '../ratio.js';
import { inRounds, type Samples } from '../rounds.js';
import type { Sample } from '../sample.js';
import type { Ratio, Suite, SuiteReport, SuiteRun, Table } from '../suite.js';
import { contenders } from './contenders/all.js';
import { runContender } from './run-contender.js';
import { topics } from './topics.js';

/** Broadcast and durable delivery through a Redis Cluster of one, two and three masters. */
export const clusterSuite: Suite = {
  about: 'broadcast and durable delivery through a real Redis Cluster of 1, 2 and 3 masters, beside ioredis by itself',
  run,
};

async function run({ rounds, sizes = [1, 2, 3], progress }: SuiteRun): Promise<SuiteReport> {
  if (sizes.some((masters) => masters > topics.length)) {
    throw new RangeError(`a size is a number of masters here, ${topics.length} at most`);
  }
  const measures = contenders.flatMap((contender) =>
    sizes.map(
      (masters) =>
        [
          measureOf(contender.name, masters),
          () => {
            progress(`${contender.name}, ${mastersText(masters)}: ${contender.orders} orders`);
            return runContender(contender, masters);
          },
        ] as const,
    ),
  );
  const samples = await inRounds(rounds, Object.fromEntries(measures));
  return {
    ratios: [...routing(sizes, samples), ...sizes.flatMap((masters) => ofPeers(masters, samples))],
    tables: sizes.map((masters) => tableOf(masters, samples)),
    versions: versionsOf(contenders),
    notes: [
      `Publisher, subscriber and every master are processes of their own. Bursts of 64 orders of about 300 bytes, on ${topics.length} channels in turn, of which each master has some; no more than 8,192 on their way. Every order arrived, or the run would have failed.`,
      'All masters run on this one machine and share its processors with the publisher and the subscriber, so more of them can’t be faster here: what is shown is that to route to several costs little. Where each has a machine of its own, each carries its part.',
      'For durable delivery the servers append every second to a file (appendonly yes, appendfsync everysec, no rewrites), and it lasts until the last acknowledgement.',
      ...contenders.map(({ note }) => note),
    ],
  };
}

function measureOf(name: string, masters: number): string {
  return `${name}, ${masters}`;
}

function mastersText(masters: number): string {
  return masters === 1 ? '1 master' : `${masters} masters`;
}

const unit = 'orders a second';

function perSecond(samples: Samples, name: string, masters: number): Sample {
  return samples(measureOf(name, masters), 'perSecond');
}

/** What several masters cost. */
function routing(sizes: readonly number[], samples: Samples): readonly Ratio[] {
  const [smallest] = sizes;
  const largest = sizes.at(-1);
  if (smallest === undefined || largest === undefined || smallest === largest) return [];
  return contenders.map(({ name }) =>
    ratioOf(`${name}: ${mastersText(largest)}, of ${mastersText(smallest)}`, {
      over: perSecond(samples, name, largest),
      under: perSecond(samples, name, smallest),
      unit,
    }),
  );
}

function ofPeers(masters: number, samples: Samples): readonly Ratio[] {
  const own = contenders.filter(({ name, durable }) => name.startsWith('tidings') && !durable);
  const peers = contenders.filter(({ name }) => !name.startsWith('tidings'));
  return own.flatMap(({ name }) =>
    peers.map((peer) =>
      ratioOf(`${mastersText(masters)}: ${name}, of ${peer.name}`, {
        over: perSecond(samples, name, masters),
        under: perSecond(samples, peer.name, masters),
        unit,
      }),
    ),
  );
}

function tableOf(masters: number, samples: Samples): Table {
  return {
    title: mastersText(masters),
    unit: 'orders a second, µs of processor time an order, part of the busiest server',
    columns: ['orders a second', 'publisher', 'subscriber', 'servers', 'busiest'],
    rows: contenders.map(({ name }) => {
      const of = (figure: string) => samples(measureOf(name, masters), figure);
      return [name, of('perSecond'), of('publisherUs'), of('subscriberUs'), of('serversUs'), of('busiest')];
    }),
  };
}
