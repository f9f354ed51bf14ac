import { profile } from '../process/profiler.js';
import type { SpentUs } from './messages.js';
import { byStep, steps } from './steps.js';

/** Profiles this process from now on; what ends that resolves with the time spent on each step. */
export async function profiledByStep(): Promise<() => Promise<SpentUs>> {
  const end = await profile();
  return async () => {
    const spent = byStep(await end());
    return Object.fromEntries(steps.map((step) => [step, spent[step] ?? 0]));
  };
}

/** For a process that is not profiled. */
export async function noSteps(): Promise<SpentUs> {
  return {};
}
