import type { Progress } from '../ledger/commands.js';
import type { SideFigures } from '../ledger/figures.js';
import { leastWindowMs } from '../ledger/publications.js';
import type { Side } from '../ledger/report.js';
import { nowMs } from '../process/now.js';
import { comesTrue, until } from '../process/until.js';
import type { Form, Round, Row } from '../rows/row.js';
import { breachesOf, type Deadlines } from './breaches.js';
import { Cast, type CastPlan } from './cast.js';
import { leaseMs } from './durable-medium.js';
import type { Scene } from './scene.js';
import { newSecrets, type Secrets } from './secrets.js';
import { Stage } from './stage.js';

/** A row under load: the same events on a bus and by a plain ioredis, on the same servers, struck at the same moment. */
export interface LoadRow<S extends Scene> extends Omit<Row, 'play'> {
  /** Where it differs from what is usual. */
  readonly cast?: Partial<Omit<CastPlan, 'medium' | 'keepsTimes'>>;
  /** Where promises differ from what is usual. */
  readonly deadlines?: Partial<Deadlines>;
  /** Starts the servers. */
  open(secrets: Secrets, form: Form): Promise<S>;
  /** What is to be done before the load begins. */
  prepare?(stage: Stage<S>): Promise<void>;
  /** Lets the fault strike. */
  strike(stage: Stage<S>): Promise<void>;
  /** What else does not hold, once all is over. */
  check?(ours: SideFigures, stage: Stage<S>): readonly string[];
  /** What has to hold, where it differs from what is usual. */
  readonly breaches?: typeof breachesOf;
  /** Whether something is meant to be lost on our side: then it is over when nothing more comes. */
  readonly losesSome?: boolean;
  /** How long to wait for the control to come back before it counts as deaf. Default 1.5 and 5 s. */
  readonly patienceMs?: Readonly<Record<Form, number>>;
}

/** So long without anything, and nothing more comes: more than two leases, after which others have what somebody had. */
const quietMs = 2.5 * leaseMs;

/** So long is waited for what was published last. */
const lastMs = 2_000;

/** What is offered has to be 2,000 events a second; more, so that it is so on a busy machine too. */
const offered = 2_600;

const usualCast: Omit<CastPlan, 'medium' | 'keepsTimes'> = {
  sides: ['ours', 'control'],
  publishers: 1,
  subscribers: 1,
  channels: 12,
  perSecond: offered,
  bytes: 0,
};

/** Makes a row out of one. */
export function loadRow<S extends Scene>(row: LoadRow<S>): Row {
  return { ...row, play: (form) => playRound(row, form) };
}

async function playRound<S extends Scene>(row: LoadRow<S>, form: Form): Promise<Round> {
  const secrets = newSecrets();
  await using scene = await row.open(secrets, form);
  const plan = { ...usualCast, ...row.cast, keepsTimes: true, medium: scene.medium.bind(scene) };
  await using cast = await Cast.open(plan, secrets);
  const stage = new Stage(form, scene, cast, secrets);
  await row.prepare?.(stage);
  await warmUp(cast);
  await row.strike(stage);
  await windDown(stage, row.patienceMs?.[form] ?? stage.pick(1_500, 5_000), row.losesSome ?? false);
  return await conclude(row, stage);
}

/** Until every subscriber has heard every publisher on every channel: what is missed before that, nobody can notice. */
async function warmUp(cast: Cast): Promise<void> {
  await cast.load();
  await cast.reachAll();
  await until('every subscriber hears every channel', async () => {
    const all = await Promise.all(cast.sides.map((side) => cast.progress(side, 0)));
    return all.every(({ silentStreams }) => silentStreams === 0);
  });
}

/** Ends the load so that every loss is followed by a later event, and every promise has had its time. */
async function windDown<S extends Scene>(
  { cast, strikes }: Stage<S>,
  patienceMs: number,
  losesSome: boolean,
): Promise<void> {
  const last = strikes.at(-1);
  // What is offered is counted over so long at least.
  if (last !== undefined) await until('enough has been offered', () => nowMs() > last.from + leastWindowMs);
  const deadlines: Record<Side, number> = { ours: nowMs() + 60_000, control: nowMs() + patienceMs };
  const looks = (side: Side, look: (progress: Progress) => boolean, since = 0): Promise<boolean> =>
    comesTrue(async () => look(await cast.progress(side, since)), { withinMs: deadlines[side] - nowMs() });
  if (last !== undefined && cast.sides.includes('control')) {
    await looks('control', ({ silentStreams }) => silentStreams === 0, last.to);
  }
  await cast.stop();
  await Promise.all(
    cast.sides.map(async (side) => {
      await looks(side, ({ unsettled }) => unsettled === 0);
      await cast.round(side);
      if (losesSome && side === 'ours') await nothingComes(cast);
      else while (!(await isFinished(cast, side)) && nowMs() < deadlines[side]) await cast.round(side);
    }),
  );
}

/**
 * Whether everything has come, soon. If not, another event has to follow: a subscriber that can't keep up on a busy machine may
 * have been dropped by Redis again just then, and what is lost last of all is followed by nothing.
 */
function isFinished(cast: Cast, side: Side): Promise<boolean> {
  const isDone = ({ unsettled, unfinishedStreams }: Progress): boolean => unsettled === 0 && unfinishedStreams === 0;
  return comesTrue(async () => isDone(await cast.progress(side, 0)), { withinMs: lastMs });
}

/** Until so long nothing has been handled that was not before. */
async function nothingComes(cast: Cast): Promise<void> {
  let [left, since] = [Number.NaN, nowMs()];
  await until('nothing more comes', async () => {
    const now = await cast.overdue('ours');
    if (now !== left) [left, since] = [now, nowMs()];
    return nowMs() - since > quietMs;
  });
}

async function conclude<S extends Scene>(row: LoadRow<S>, stage: Stage<S>): Promise<Round> {
  const { cast, strikes, measures } = stage;
  const hasControl = cast.sides.includes('control');
  const ours = await cast.figures('ours', strikes);
  const control = hasControl ? await cast.figures('control', strikes) : undefined;
  const [ourParting, controlParting] = await Promise.all([cast.part('ours'), cast.part('control')]);
  stage.measure('close ms', ourParting.longestCloseMs);
  return {
    ours,
    control,
    secrets: { ours: ourParting.secrets, control: controlParting.secrets },
    measures,
    breaches: [
      ...stage.breaches,
      ...(row.breaches ?? breachesOf)({
        form: stage.form,
        figures: ours,
        control,
        parting: ourParting,
        strikes,
        deadlines: row.deadlines ?? {},
        measures,
      }),
      ...(row.check?.(ours, stage) ?? []),
    ],
  };
}
