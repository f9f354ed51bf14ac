import type { SideFigures } from '../ledger/figures.js';
import type { Scene } from '../stage/scene.js';
import type { Stage } from '../stage/stage.js';

const lasted = 'silence ms';
/** When it is over, everybody is told, a moment before that is written down. */
const leastAheadMs = 250;

/** For faults of which nobody is told: what matters is who notices while they last. */
export const unnoticed: {
  /** Once it is over: remembers how long it was. */
  measure<S extends Scene>(stage: Stage<S>): void;
  check<S extends Scene>(ours: SideFigures, stage: Stage<S>): readonly string[];
  harm(control: SideFigures, measures: Readonly<Record<string, number>>): string | undefined;
} = {
  measure(stage) {
    const [strike] = stage.strikes;
    if (strike !== undefined) stage.measure(lasted, strike.to - strike.from);
  },
  check({ noticedMs }, { cast }) {
    const unaware = cast.members('ours').length - noticedMs.length;
    return unaware === 0 ? [] : [`${unaware} participants did not notice`];
  },
  harm({ noticedMs, mostWaiting }, measures) {
    const silenceMs = measures[lasted] ?? 0;
    if (noticedMs.some((ms) => ms < silenceMs - leastAheadMs)) return undefined;
    return `noticed nothing in ${(silenceMs / 1_000).toFixed(1)} s; ${mostWaiting} commands piled up`;
  },
};
