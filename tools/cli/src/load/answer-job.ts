import { setImmediate } from 'node:timers/promises';
import { CliError } from '../cli-error.js';
import { bundleSpecifier } from './bundle-hooks.js';
import type { BundleJob, BundleWork } from './bundle-job.js';
import type { Exports, JobAnswer } from './job-answer.js';
import { thrownByDefinition } from './load-failure.js';

/** Loads what a job needs besides the bundle: zod, for a contract, and no more than a few checks for a configuration. */
export async function prepareFor(kind: BundleJob['kind']): Promise<void> {
  if (kind === 'config') await import('./config-of-bundle.js');
  else await import('./contract-of-bundle.js');
}

/** Runs the bundle that the hooks of this thread serve, and does with it what is to be done. */
export async function answerJob(bundle: BundleWork['bundle'], job: BundleJob): Promise<JobAnswer> {
  try {
    const { default: modules }: { readonly default: readonly Exports[] } = await import(bundleSpecifier(job.kind));
    const answer =
      job.kind === 'config'
        ? (await import('./config-of-bundle.js')).answerOf(job, modules, bundle.root)
        : (await import('./contract-of-bundle.js')).answerOf(job, modules);
    // What a definition rejected without waiting for it shows only now.
    await setImmediate();
    return answer;
  } catch (error) {
    if (error instanceof CliError) return { failure: error.message };
    return { thrown: thrownByDefinition(error, bundle) };
  }
}
