import type { SideFigures } from '../../ledger/figures.js';
import { nowMs } from '../../process/now.js';
import { comesTrue } from '../../process/until.js';
import { leaseMs } from '../../stage/durable-medium.js';
import type { Scene } from '../../stage/scene.js';
import type { Stage } from '../../stage/stage.js';

const left = 'left by the control';
const withinMs = 20_000;

/** For faults that take a worker away: what it was at has to be handled by another one, while it is away. */
export const leftBehind: {
  /** Waits until all that was published by now is handled on our side, and remembers what of it is not on the other. */
  wait<S extends Scene>(stage: Stage<S>): Promise<void>;
  harm(control: SideFigures, measures: Readonly<Record<string, number>>): string | undefined;
} = {
  async wait(stage) {
    const { cast } = stage;
    const before = nowMs();
    // Nobody else can have it before; and the ledger has heard by then of all that had been published.
    await stage.lasts(leaseMs);
    if (!(await comesTrue(async () => (await cast.overdue('ours', before)) === 0, { withinMs }))) {
      stage.breach(`what the worker was at was not handled within ${withinMs / 1_000} s`);
    }
    stage.measure('handled elsewhere ms', nowMs() - before);
    if (cast.sides.includes('control')) stage.measure(left, await cast.overdue('control', before));
  },
  harm(_control, measures) {
    const events = measures[left] ?? 0;
    return events === 0 ? undefined : `${events} events stayed with the worker, as long as it was away`;
  },
};
