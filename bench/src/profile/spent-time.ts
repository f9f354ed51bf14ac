import { profile } from '../process/profiler.js';
import { byStep, steps } from './steps.js';

/** Microseconds by the step that they were spent on; empty where the process was not profiled. */
export type SpentUs = Readonly<Record<string, number>>;

/** Profiles this process from now on, if it is to be; what ends that resolves with the time spent on each step. */
export async function profiledByStep(profiled: boolean): Promise<() => Promise<SpentUs>> {
  if (!profiled) return async () => ({});
  const end = await profile();
  return async () => {
    const spent = byStep(await end());
    return Object.fromEntries(steps.map((step) => [step, spent[step] ?? 0]));
  };
}

/** What each step takes of an event, by `stepFigure`: of all processes of one side together. */
export function spentAnEvent(
  side: string,
  processes: readonly { readonly spentUs: SpentUs }[],
  events: number,
): Readonly<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const { spentUs } of processes) {
    for (const [step, us] of Object.entries(spentUs)) {
      const figure = stepFigure(side, step);
      figures[figure] = (figures[figure] ?? 0) + us / events;
    }
  }
  return figures;
}

/** The name of a figure: a step of one side. */
export function stepFigure(side: string, step: string): string {
  return `${side}: ${step}`;
}
