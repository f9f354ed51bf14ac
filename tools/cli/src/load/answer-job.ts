import { setImmediate } from 'node:timers/promises';
import { CodegenError, isChannelExport, type LoadedExport, type Problem, readContract } from '@tidings/codegen/read';
import { CliError } from '../cli-error.js';
import { checkConfig } from '../config/check-config.js';
import { bundleSpecifier } from './bundle-hooks.js';
import type { BundleJob, BundleWork, ReadContract } from './bundle-job.js';
import { thrownByDefinition } from './load-failure.js';

type Exports = Readonly<Record<string, unknown>>;

/** What came out of it, or what stands in the way. */
export type JobAnswer =
  | { readonly result: unknown }
  | { readonly thrown: string }
  | { readonly failure: string }
  | { readonly problems: readonly Problem[] };

/** Runs the bundle that the hooks of this thread serve, and does with it what is to be done. */
export async function answerJob(bundle: BundleWork['bundle'], job: BundleJob): Promise<JobAnswer> {
  try {
    const loaded: { readonly default: readonly Exports[] } = await import(bundleSpecifier);
    const result =
      job.kind === 'config'
        ? checkConfig(loaded.default[0]?.default, job.file, bundle.root)
        : contractOf(job, loaded.default);
    // What a definition rejected without waiting for it shows only now.
    await setImmediate();
    return { result };
  } catch (error) {
    if (error instanceof CodegenError) return { problems: error.problems };
    if (error instanceof CliError) return { failure: error.message };
    return { thrown: thrownByDefinition(error, bundle) };
  }
}

function contractOf(
  { contract, channels, shapes }: Extract<BundleJob, { kind: 'contract' }>,
  modules: readonly Exports[],
): ReadContract {
  const exportsOf = (file: string, index: number): readonly LoadedExport[] =>
    Object.entries(modules[index] ?? {}).map(([exportName, value]) => ({ file, exportName, value }));
  const byFile = channels.map(exportsOf);
  const model = readContract({
    contract,
    channels: byFile.flat(),
    shapes: shapes.flatMap((file, index) => exportsOf(file, channels.length + index)),
  });
  const withoutChannels = channels.filter((_, index) => !byFile[index]?.some(isChannelExport));
  return { model, withoutChannels };
}
