import { startRedis } from '@tidings/test-redis';
import { versionsOf } from '../installed-package.js';
import { ratioOf } from '../ratio.js';
import { inRounds } from '../rounds.js';
import type { Suite, SuiteReport, SuiteRun } from '../suite.js';
import { contenders, nothing } from './contenders.js';
import { runStartup } from './run-startup.js';

/** How long a process takes to its first event, beside other libraries. */
export const startupSuite: Suite = {
  about: 'from the start of a process to its first event handled, and what it holds by then, beside other libraries',
  run,
};

// A start is short, and what else the machine does counts all the more.
const startsInRound = 5;

const compared: readonly (readonly [own: string, peer: string])[] = [
  ['tidings, memory, a channel in zod', 'EventEmitter + zod'],
  ['tidings, memory, a channel in zod', '@boringnode/bus, memory'],
  ['tidings, Redis', 'ioredis'],
  ['tidings, Redis', '@boringnode/bus, Redis'],
  ['tidings, Redis', 'NestJS microservice, Redis'],
];

async function run({ rounds, progress }: SuiteRun): Promise<SuiteReport> {
  await using redis = await startRedis();
  // The first of each is there to have its files in memory, as those of the others.
  for (const contender of contenders) await runStartup(contender, redis.url);
  const measures = contenders.map((contender) => {
    return [contender.name, () => runStartup(contender, redis.url)] as const;
  });
  progress(`${rounds * startsInRound} starts of ${contenders.length} services`);
  const samples = await inRounds(rounds * startsInRound, Object.fromEntries(measures));
  return {
    ratios: compared.map(([own, peer]) =>
      ratioOf(`time to the first event, Node’s own start apart: ${own}, of ${peer}`, {
        over: samples(own, 'ownMs'),
        under: samples(peer, 'ownMs'),
        unit: 'ms',
      }),
    ),
    tables: [
      {
        title: 'a process from its start',
        unit: 'ms, MB',
        columns: ['imported', 'first event handled', 'without Node itself', 'processor', 'resident memory'],
        rows: contenders.map(({ name }) => [
          name,
          samples(name, 'importedMs'),
          samples(name, 'handledMs'),
          samples(name, 'ownMs'),
          samples(name, 'processorMs'),
          samples(name, 'rssMB'),
        ]),
      },
    ],
    versions: versionsOf(contenders),
    notes: [
      `Each start is a process of its own, ${startsInRound} of each in a round, files in the cache of the machine, no compile cache of Node. Milliseconds since the process was asked for. Redis runs already, on the same machine.`,
      `'${nothing.name}' is in every figure but the third, processor time and memory included.`,
      ...contenders.map(({ note }) => note).filter((note) => note !== ''),
    ],
  };
}
