import { Stage } from './stage.js';
import { compatibleChange, compatibleServices } from './steps/compatible-change.js';
import { cutOff, nothingToCompareWith, registryDown, twoPackages } from './steps/failures.js';
import { firstRelease, firstService } from './steps/first-release.js';
import { incompatibleChange, incompatibleServices } from './steps/incompatible-change.js';

/** A part of the rehearsal. Each goes on from where the one before ended, and throws if anything is not as it should be. */
export interface Step {
  /** What it shows, as the title of a test. */
  readonly title: string;
  readonly run: (stage: Stage) => Promise<void>;
}

/** Everything that is rehearsed, in order. */
export const steps: readonly Step[] = [
  { title: 'a new contract is released', run: firstRelease },
  { title: 'a service installs it, and runs on Redis', run: firstService },
  { title: 'a compatible change is released', run: compatibleChange },
  { title: 'old and new services read one another', run: compatibleServices },
  { title: 'an incompatible change is released', run: incompatibleChange },
  { title: 'old services park and report it, new ones read everything', run: incompatibleServices },
  { title: 'what can not be compared with is said in words', run: nothingToCompareWith },
  { title: 'two packages are to be released', run: twoPackages },
  { title: 'the registry is down: nothing is published, and it says why', run: registryDown },
  { title: 'a publish that was cut off is completed by running it again', run: cutOff },
];

/**
 * Carries all of it out.
 *
 * @param onStep Told of each step before it begins.
 * @returns The transcript, in Markdown.
 */
export async function rehearse(onStep: (title: string, index: number) => void): Promise<string> {
  await using stage = await Stage.set({ thorough: true });
  for (const [index, { title, run }] of steps.entries()) {
    onStep(title, index);
    await run(stage);
  }
  return stage.transcript.markdown();
}
