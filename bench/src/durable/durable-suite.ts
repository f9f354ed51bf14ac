import { installedPackage } from '../installed-package.js';
import { inRounds } from '../rounds.js';
import type { Ratio, Suite, SuiteReport, SuiteRun } from '../suite.js';
import { contenders } from './contenders/all.js';
import { runContender } from './run-contender.js';

/** Durable delivery through Redis, acknowledgements included, beside other libraries. */
export const durableSuite: Suite = {
  about: 'durable delivery through one real Redis, acknowledgements included, beside other libraries',
  run,
};

async function run({ rounds, progress }: SuiteRun): Promise<SuiteReport> {
  const measures = contenders.map(
    (contender) =>
      [
        contender.name,
        () => {
          progress(`${contender.name}: ${contender.orders} orders`);
          return runContender(contender);
        },
      ] as const,
  );
  const samples = await inRounds(rounds, Object.fromEntries(measures));
  const perSecond = (name: string): number => samples(name, 'perSecond').median;
  const own = contenders.filter(({ name }) => name.startsWith('tidings'));
  const peers = contenders.filter((contender) => !own.includes(contender));
  return {
    ratios: own.flatMap(({ name }) =>
      peers.map(
        (peer): Ratio => ({ label: `${name}, of ${peer.name}`, value: perSecond(name) / perSecond(peer.name) }),
      ),
    ),
    tables: [
      {
        title: 'one publisher, one worker, end to end',
        unit: 'orders a second, µs of processor time an order',
        columns: ['orders a second', 'publisher', 'worker'],
        rows: contenders.map(({ name }) => [
          name,
          samples(name, 'perSecond'),
          samples(name, 'publisherUs'),
          samples(name, 'workerUs'),
        ]),
      },
    ],
    versions: Object.fromEntries(
      contenders.flatMap(({ packages }) => packages.map((name) => [name, installedPackage(name).version])),
    ),
    notes: [
      'Publisher, worker and Redis (appendonly yes, appendfsync everysec, no rewrites) are processes of their own. From the first publish to the last acknowledgement.',
      ...contenders.map(({ note }) => note),
    ],
  };
}
