import { type MemoryFigures, settledMemory } from '../process/settled-memory.js';
import type { Plan } from './plan.js';

/** What a process used at one time, and how far it was. */
export interface MemorySample extends MemoryFigures {
  /** Events so far. */
  readonly events: number;
  /** When, in milliseconds from the beginning. */
  readonly atMs: number;
}

/** Takes samples of this process from now on, as is planned. The list grows with them. */
export function memorySeries(plan: Plan, events: () => number): readonly MemorySample[] {
  const series: MemorySample[] = [];
  onTime(plan, (atMs) => {
    series.push({ atMs, events: events(), ...settledMemory() });
  });
  return series;
}

/** Calls something whenever a sample is due, and does not keep the process alive for it. */
export function onTime({ warmUpMs, everyMs, samples }: Plan, due: (atMs: number) => void): void {
  const begun = performance.now();
  const wait = (sample: number): void => {
    if (sample === samples) return;
    const left = warmUpMs + sample * everyMs - (performance.now() - begun);
    setTimeout(
      () => {
        due(performance.now() - begun);
        wait(sample + 1);
      },
      Math.max(0, left),
    ).unref();
  };
  wait(0);
}
