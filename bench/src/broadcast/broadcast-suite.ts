import { installedPackage } from '../installed-package.js';
import { inRounds, type Samples } from '../rounds.js';
import type { Ratio, Suite, SuiteReport, SuiteRun, Table } from '../suite.js';
import { chosen } from './chosen.js';
import type { BroadcastContender } from './contender.js';
import { contenders } from './contenders/all.js';
import { runTask } from './run-task.js';
import { type Setting, settingsFor } from './settings.js';

/** Broadcast through Redis, beside other libraries and beside what Redis can do. */
export const broadcastSuite: Suite = {
  about: 'broadcast through one real Redis, in several shapes of load, beside other libraries',
  run,
};

async function run({ rounds, sizes, only, progress }: SuiteRun): Promise<SuiteReport> {
  const taking = chosen(contenders, only);
  const settings = settingsFor(sizes).map((setting) => ({ setting, who: taking.filter(setting.takes) }));
  const measures = settings.flatMap(({ setting, who }) =>
    who.map((contender) => {
      const name = measureName(setting, contender);
      const measure = () => {
        progress(name);
        return runTask({ ...setting.task, contender: contender.name });
      };
      return [name, measure] as const;
    }),
  );
  const samples = await inRounds(rounds, Object.fromEntries(measures));
  return {
    ratios: settings.flatMap(({ setting, who }) => ratiosOf(setting, who, samples)),
    tables: settings.filter(({ who }) => who.length > 0).map(({ setting, who }) => tableOf(setting, who, samples)),
    versions: Object.fromEntries(
      taking.flatMap(({ packages }) => packages.map((name) => [name, installedPackage(name).version])),
    ),
    notes: [...notes, ...taking.map(({ note }) => note)],
  };
}

const notes = [
  'Publisher, subscriber and Redis are processes of their own. Events are published for 2 s, after 0.5 s that does not count; a second of the figures is one from the first publish to the last receipt.',
  'Redis has client-output-buffer-limit pubsub 0 0 0, so that a slow subscriber is slow and loses nothing; what was lost nevertheless is in the tables.',
  'Processor time is that of publishing an event, of Redis for an event, and of receiving it once.',
  'Fan-out: two processes of five subscribers, a connection each; events a second are published ones that all ten received. Fan-in: two processes of five publishers.',
];

function measureName({ name }: Setting, contender: BroadcastContender): string {
  return `${name}: ${contender.name}`;
}

function tableOf(setting: Setting, who: readonly BroadcastContender[], samples: Samples): Table {
  return {
    title: setting.name,
    unit: 'events a second, µs of processor time an event, events lost',
    columns: ['events a second', 'publisher', 'Redis', 'subscriber', 'lost'],
    rows: who.map((contender) => {
      const of = (figure: string) => samples(measureName(setting, contender), figure);
      return [contender.name, of('perSecond'), of('publisherUs'), of('redisUs'), of('subscriberUs'), of('lost').max];
    }),
  };
}

/** The best of ours, of the best library and of plain ioredis. */
function ratiosOf(setting: Setting, who: readonly BroadcastContender[], samples: Samples): readonly Ratio[] {
  const perSecond = (contender: BroadcastContender): number =>
    samples(measureName(setting, contender), 'perSecond').median;
  const best = (among: readonly BroadcastContender[]): BroadcastContender | undefined =>
    among.toSorted((a, b) => perSecond(b) - perSecond(a))[0];
  const own = best(who.filter(({ kind }) => kind === 'tidings'));
  const library = best(who.filter(({ kind }) => kind === 'library'));
  const plain = who.find(({ name }) => name === 'ioredis');
  if (own === undefined) return [];
  return [library, plain]
    .filter((peer) => peer !== undefined)
    .map((peer) => ({
      label: `${setting.name}: ${own.name}, of ${peer.name}`,
      value: perSecond(own) / perSecond(peer),
    }));
}
