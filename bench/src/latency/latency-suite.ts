import { versionsWithRedis } from '../broadcast/broadcast-suite.js';
import { chosen } from '../broadcast/chosen.js';
import { contenders } from '../broadcast/contenders/all.js';
import { runTask } from '../broadcast/run-task.js';
import { type Setting, settingOf } from '../broadcast/settings.js';
import { ratioOf } from '../ratio.js';
import { inRounds } from '../rounds.js';
import type { Suite, SuiteReport, SuiteRun } from '../suite.js';

/** How long an event takes through Redis, from the call that publishes it to the handler, beside other libraries. */
export const latencySuite: Suite = {
  about: 'the time from publishing to handling, through one real Redis, at even rates, beside other libraries',
  run,
};

const rates = [100, 1_000, 10_000];
const quantiles = ['p50', 'p99', 'p99.9'];
const own = 'tidings';
const limit = 'ioredis, zod on both ends';

async function run({ rounds, sizes = rates, only, progress }: SuiteRun): Promise<SuiteReport> {
  const taking = chosen(contenders, only);
  const settings = sizes
    .map((perSecond): Setting => settingOf({ kind: 'rate', perSecond }))
    .map((setting) => ({ setting, who: taking.filter(setting.takes) }));
  const measures = settings.flatMap(({ setting, who }) =>
    who.map((contender) => {
      const name = `${setting.name}: ${contender.name}`;
      const measure = () => {
        progress(name);
        return runTask({ ...setting.task, ...times, contender: contender.name });
      };
      return [name, measure] as const;
    }),
  );
  const samples = await inRounds(rounds, Object.fromEntries(measures));
  const [lone] = settings;
  const compared = lone !== undefined && [own, limit].every((name) => lone.who.some((each) => each.name === name));
  return {
    ratios: compared
      ? [
          ratioOf(`${lone.setting.name}, p50: ${own}, of ${limit}`, {
            over: samples(`${lone.setting.name}: ${own}`, 'p50'),
            under: samples(`${lone.setting.name}: ${limit}`, 'p50'),
            unit: 'µs',
            target: { atMost: 1.1 },
          }),
        ]
      : [],
    tables: settings.map(({ setting, who }) => ({
      title: setting.name,
      unit: 'µs from publishing to handling, events lost',
      columns: [...quantiles, 'lost', 'checks'],
      rows: who.map(({ name, checks }) => {
        const of = (figure: string) => samples(`${setting.name}: ${name}`, figure);
        return [name, ...quantiles.map(of), of('lost').max, checks];
      }),
    })),
    versions: await versionsWithRedis(taking),
    notes: [
      ...notes,
      ...taking.filter((each) => settings.some(({ who }) => who.includes(each))).map(({ note }) => note),
    ],
  };
}

const times = { warmMs: 1_000, measureMs: 3_000 };

const notes = [
  'Publisher, subscriber and Redis are processes of their own. Events are published for 3 s, after 1 s of 1,000 a second at least that does not count, whatever has become of those before.',
  'A timer of Node is good for a millisecond: at each tick of one, what is due is published, at 10,000 a second some ten at a time. An event carries the moment at which it is really published, by the clock of the machine that goes evenly and is the same for all processes.',
  'At 100 a second there are 300 events in a round, so that p99.9 is the slowest.',
];
