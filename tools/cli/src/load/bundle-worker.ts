import nodeModule from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { bundleSpecifier, initialize, load, loadedModules, resolve } from './bundle-hooks.js';
import type { BundleAnswer, BundleJob, BundleWork } from './bundle-job.js';
import { bundlePath } from './bundle-path.js';

// Node has had hooks in the same thread since 22.15; those of another thread can't say what they have seen.
const hooksAreHere = typeof nodeModule.registerHooks === 'function';
if (hooksAreHere) nodeModule.registerHooks({ resolve, load });

// Loaded behind the hooks: it shares modules with definitions, and those have to be seen too.
const jobs = import('./answer-job.js');

prepare(workerData as BundleJob['kind']);
listen();

/** For one job only: a definition that never loads ends this thread, as nobody listens meanwhile. */
function listen(): void {
  parentPort?.once('message', (work: BundleWork) => {
    // Not awaited: else the end of this thread would come with a warning about this line.
    void answer(work).then((value) => {
      parentPort?.postMessage(value);
      listen();
      prepare('contract');
    });
  });
}

/** While the bundle is made. What goes wrong shows when it is needed. */
function prepare(kind: BundleJob['kind']): void {
  jobs.then(({ prepareFor }) => prepareFor(kind)).catch(() => {});
}

async function answer({ bundle, job }: BundleWork): Promise<BundleAnswer> {
  // So that what a definition throws is shown where it was written, if the bundle says.
  process.setSourceMapsEnabled(true);
  const url = `${pathToFileURL(bundlePath(bundle.root)).href}?${job.kind}`;
  const placed = { specifier: bundleSpecifier(job.kind), url, source: bundle.source };
  initialize(placed);
  if (!hooksAreHere) nodeModule.register('./bundle-hooks.js', import.meta.url, { data: placed });
  const { answerJob } = await jobs;
  const answered = await answerJob(bundle, job);
  // The answer ends this thread, and what was printed may be on its way.
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  return 'result' in answered ? { ...answered, modules: hooksAreHere ? loadedModules() : undefined } : answered;
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
