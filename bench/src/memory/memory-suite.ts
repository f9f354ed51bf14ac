import { versionsOf } from '../installed-package.js';
import { ratioOf } from '../ratio.js';
import { inRounds, type Samples } from '../rounds.js';
import type { Sample } from '../sample.js';
import type { Ratio, Suite, SuiteReport, SuiteRun, Table, Target } from '../suite.js';
import type { MemoryContender } from './contender.js';
import { contenders, yardstick } from './contenders/all.js';
import { runContender } from './run-contender.js';

/** Publish to handler in one process, beside other libraries and beside what one would write by hand. */
export const memorySuite: Suite = {
  about: 'publish to handler in one process, beside other libraries and an EventEmitter that checks as much',
  run,
};

interface Shape {
  readonly title: string;
  readonly handlers: number;
  /** How many events, of those that go to one handler; whole bursts. */
  events(most: number): number;
}

const burst = 512;
const whole = (events: number): number => Math.ceil(events / burst) * burst;

const toOne: Shape = { title: 'one handler', handlers: 1, events: whole };
const toTen: Shape = { title: '10 handlers', handlers: 10, events: (most) => whole(most / 5) };
const toThousand: Shape = { title: '1,000 handlers', handlers: 1_000, events: () => 4 * burst };
const shapes = [toOne, toTen, toThousand];

async function run({ rounds, progress }: SuiteRun): Promise<SuiteReport> {
  const measures = shapes.flatMap((shape) => contenders.map((contender) => measure(shape, contender, progress)));
  const samples = await inRounds(rounds, Object.fromEntries(measures));
  return {
    ratios: [
      ...ratiosOf(samples, toOne, 'eventNs', 'time an event', { atMost: 1.3 }),
      ...[toTen, toThousand].flatMap((shape) => ratiosOf(samples, shape, 'eventNs', 'time an event')),
      ...ratiosOf(samples, toOne, 'processorNs', 'processor time an event'),
    ],
    tables: [tableOfOne(samples), ...[toTen, toThousand].map((shape) => tableOf(shape, samples))],
    versions: versionsOf(contenders),
    notes: [
      'Each in a process of its own, warmed up; from the first publish to the last call of a handler; all that arrived was counted. Notes of about 300 bytes of JSON, made before, are published in bursts of 512, the next when the one before is accepted; where there are several handlers, when it is handled.',
      'Heap: what an event takes from it, of which most is garbage at once. Processor time includes that of the collector of garbage and of the compiler: what else runs on the machine counts less in it.',
      ...contenders.map(({ note }) => note),
    ],
  };
}

function ratiosOf(samples: Samples, shape: Shape, figure: string, words: string, target?: Target): readonly Ratio[] {
  const of = (name: string): Sample => samples(key(shape, name), figure);
  return contenders
    .filter(({ name }) => name.startsWith('tidings'))
    .map(({ name }) =>
      ratioOf(`${shape.title}: ${words}, ${name}, of ${yardstick.name}`, {
        over: of(name),
        under: of(yardstick.name),
        unit: 'ns',
        target,
      }),
    );
}

function measure(
  shape: Shape,
  contender: MemoryContender,
  progress: SuiteRun['progress'],
): readonly [string, () => ReturnType<typeof runContender>] {
  const events = shape.events(contender.events);
  return [
    key(shape, contender.name),
    () => {
      progress(`${contender.name}: ${events} events, ${shape.title}`);
      return runContender(contender, shape.handlers, events);
    },
  ];
}

function key({ title }: Shape, name: string): string {
  return `${title}: ${name}`;
}

function tableOfOne(samples: Samples): Table {
  return {
    title: toOne.title,
    unit: 'events a second, ns an event, bytes an event',
    columns: ['events a second', 'ns', 'ns of processor', 'bytes of heap', 'checks'],
    rows: contenders.map(({ name, checks }) => {
      const of = (figure: string) => samples(key(toOne, name), figure);
      return [name, of('perSecond'), of('eventNs'), of('processorNs'), of('heapBytes'), checks];
    }),
  };
}

function tableOf(shape: Shape, samples: Samples): Table {
  return {
    title: shape.title,
    unit: 'events a second, ns an event, ns a call of a handler',
    columns: ['events a second', 'ns an event', 'ns a call', 'checks'],
    rows: contenders.map(({ name, checks }) => {
      const of = (figure: string) => samples(key(shape, name), figure);
      return [name, of('perSecond'), of('eventNs'), of('deliveryNs'), checks];
    }),
  };
}
