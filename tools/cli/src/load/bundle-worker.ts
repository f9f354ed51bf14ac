import nodeModule from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { initialize, load, loadedModules, resolve } from './bundle-hooks.js';
import type { BundleAnswer, BundleWorkerData } from './bundle-job.js';
import { bundlePath } from './bundle-path.js';

const { bundle, job }: BundleWorkerData = workerData;

// Not awaited: a definition that never loads ends this thread without a warning about this line.
void answer().then((value) => parentPort?.postMessage(value));

async function answer(): Promise<BundleAnswer> {
  // So that what a definition throws is shown where it was written.
  process.setSourceMapsEnabled(true);
  const placed = { url: pathToFileURL(bundlePath(bundle.root)).href, source: bundle.source };
  initialize(placed);
  // Node has had hooks in the same thread since 22.15; those of another thread can't say what they have seen.
  const hooksAreHere = typeof nodeModule.registerHooks === 'function';
  if (hooksAreHere) nodeModule.registerHooks({ resolve, load });
  else nodeModule.register('./bundle-hooks.js', import.meta.url, { data: placed });
  // Loaded behind the hooks: it shares modules with definitions, and those have to be seen too.
  const { answerJob } = await import('./answer-job.js');
  const answered = await answerJob(bundle, job);
  return 'result' in answered ? { ...answered, modules: hooksAreHere ? loadedModules() : undefined } : answered;
}
