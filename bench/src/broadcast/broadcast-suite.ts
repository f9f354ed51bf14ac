import { startRedis } from '@tidings/test-redis';
import { versionsOf } from '../installed-package.js';
import { ratioOf } from '../ratio.js';
import { inRounds, type Samples } from '../rounds.js';
import type { Sample } from '../sample.js';
import type { Cell, Ratio, Suite, SuiteReport, SuiteRun, Table } from '../suite.js';
import { chosen } from './chosen.js';
import { type Entrant, entrantsOf } from './entrants.js';
import { type Setting, settingsFor } from './settings.js';

/** Broadcast through Redis, beside other libraries and beside what Redis can do. */
export const broadcastSuite: Suite = {
  about: 'broadcast through one real Redis, in several shapes of load, beside other libraries',
  run,
};

async function run({ rounds, sizes, only, progress }: SuiteRun): Promise<SuiteReport> {
  const { entrants, missing } = await entrantsOf();
  const taking = chosen(entrants, only);
  const settings = settingsFor(sizes).map((setting) => ({ setting, who: taking.filter(setting.takes) }));
  const measures = settings.flatMap(({ setting, who }) =>
    who.map((entrant) => {
      const name = measureName(setting, entrant);
      const measure = () => {
        progress(name);
        return entrant.measure(setting);
      };
      return [name, measure] as const;
    }),
  );
  const samples = await inRounds(rounds, Object.fromEntries(measures));
  return {
    ratios: settings.flatMap(({ setting, who }) => ratiosOf(setting, who, samples)),
    tables: settings.filter(({ who }) => who.length > 0).map(({ setting, who }) => tableOf(setting, who, samples)),
    versions: await versionsWithRedis(taking),
    notes: [...notes, ...taking.map(({ note }) => note), ...missing],
  };
}

const notes = [
  'Publisher, subscriber and Redis are processes of their own. Events are published for 2 s, after 0.5 s that does not count; a second of the figures is one from the first publish to the last receipt.',
  'Redis has client-output-buffer-limit pubsub 0 0 0, so that a slow subscriber is slow and loses nothing; what was lost nevertheless is in the tables.',
  'Processor time is that of publishing an event, of Redis for an event, and of receiving it once.',
  'Fan-out: two processes of five subscribers, a connection each; events a second are published ones that all ten received. Fan-in: two processes of five publishers.',
  'GitHub deliveries: 262 real ones of 15 events, 13 KB on average, on a channel for each event. Tidings publishes and receives the data of @tidings/github, of which moments are a Date; the others what was parsed.',
];

/** The versions of what took part, Redis included. */
export async function versionsWithRedis(
  entrants: readonly { readonly packages: readonly string[] }[],
): Promise<Readonly<Record<string, string>>> {
  await using redis = await startRedis();
  return { ...versionsOf(entrants), Redis: redis.version ?? 'unknown' };
}

function measureName({ name }: Setting, entrant: Entrant): string {
  return `${name}: ${entrant.name}`;
}

function tableOf(setting: Setting, who: readonly Entrant[], samples: Samples): Table {
  return {
    title: setting.name,
    unit: 'events a second, µs of processor time an event, events lost',
    columns: ['events a second', 'publisher', 'Redis', 'subscriber', 'lost', 'checks'],
    rows: who.map((entrant) => {
      const of = (figure: string) => samples(measureName(setting, entrant), figure);
      const ofProcess = (figure: string): Cell => (entrant.untimed ? '–' : of(figure));
      return [
        entrant.name,
        of('perSecond'),
        ofProcess('publisherUs'),
        of('redisUs'),
        ofProcess('subscriberUs'),
        of('lost').max,
        entrant.checks,
      ];
    }),
  };
}

/** The best of ours, of the best library, of the best with more than its documentation has, and of plain ioredis. */
function ratiosOf(setting: Setting, who: readonly Entrant[], samples: Samples): readonly Ratio[] {
  const perSecond = (entrant: Entrant): Sample => samples(measureName(setting, entrant), 'perSecond');
  const best = (among: readonly Entrant[]): Entrant | undefined =>
    among.toSorted((a, b) => perSecond(b).median - perSecond(a).median)[0];
  const own = best(who.filter(({ kind }) => kind === 'tidings'));
  if (own === undefined) return [];
  const peers = [
    best(who.filter(({ kind }) => kind === 'library')),
    best(who.filter(({ kind }) => kind === 'tuned')),
    who.find(({ name }) => name === 'ioredis'),
  ];
  return peers
    .filter((peer) => peer !== undefined)
    .map((peer) =>
      ratioOf(`${setting.name}: ${own.name}, of ${peer.name}`, {
        over: perSecond(own),
        under: perSecond(peer),
        unit: 'events a second',
        target: peer.kind === 'library' ? setting.target : undefined,
      }),
    );
}
