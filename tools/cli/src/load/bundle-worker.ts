import nodeModule from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { CodegenError, isChannelExport, type LoadedExport, readContract } from '@tidings/codegen/read';
import { CliError } from '../cli-error.js';
import { checkConfig } from '../config/check-config.js';
import { bundlePath } from './bundle.js';
import { bundleSpecifier, initialize, load, resolve } from './bundle-hooks.js';
import type { BundleAnswer, BundleJob, BundleWorkerData, LoadedContract } from './bundle-job.js';
import { thrownByDefinition } from './load-failure.js';

type Exports = Readonly<Record<string, unknown>>;

const { bundle, job }: BundleWorkerData = workerData;
const path = bundlePath(bundle.root);

// Not awaited: a definition that never loads ends this thread without a warning about this line.
void answer().then((value) => parentPort?.postMessage(value));

async function answer(): Promise<BundleAnswer> {
  try {
    const modules = await run();
    const result = resultOf(job, modules);
    // What a definition rejected without waiting for it shows only now.
    await setImmediate();
    return { result };
  } catch (error) {
    if (error instanceof CodegenError) return { problems: error.problems };
    if (error instanceof CliError) return { failure: error.message };
    return { failure: thrownByDefinition(error, bundle) };
  }
}

async function run(): Promise<readonly Exports[]> {
  // So that what a definition throws is shown where it was written.
  process.setSourceMapsEnabled(true);
  const placed = { url: pathToFileURL(path).href, source: bundle.source };
  initialize(placed);
  // Node has had the first since 22.15; it takes the place of the second.
  if (typeof nodeModule.registerHooks === 'function') nodeModule.registerHooks({ resolve, load });
  else nodeModule.register('./bundle-hooks.js', import.meta.url, { data: placed });
  const loaded: { readonly default: readonly Exports[] } = await import(bundleSpecifier);
  return loaded.default;
}

function resultOf(wanted: BundleJob, modules: readonly Exports[]): unknown {
  if (wanted.kind === 'config') return checkConfig(modules[0]?.default, wanted.file, bundle.root);
  return contractOf(wanted, modules);
}

function contractOf(
  { contract, channels, shapes }: Extract<BundleJob, { kind: 'contract' }>,
  modules: readonly Exports[],
): LoadedContract {
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
