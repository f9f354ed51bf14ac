import { Worker } from 'node:worker_threads';
import { CliError, DefinitionError } from '../cli-error.js';
import type { Bundle } from './bundle.js';
import type { BundleAnswer, BundleJob, BundleJobs, BundleRun, BundleWorkerData } from './bundle-job.js';
import { thrownByDefinition } from './load-failure.js';

/** How long definitions may take to load. */
const defaultTimeoutMs = 60_000;

/**
 * Runs a bundle in a thread of its own and ends that thread: whatever the bundle leaves open, throws late or does to
 * the process stays there. What it prints goes to stderr.
 *
 * @throws CliError if it throws, ends the process, or has not loaded in time (by default 60 s).
 * @throws DefinitionError if it can't be generated from.
 */
export async function runBundle<K extends keyof BundleJobs>(
  bundle: Bundle,
  job: Extract<BundleJob, { readonly kind: K }>,
  { timeoutMs = defaultTimeoutMs }: { readonly timeoutMs?: number } = {},
): Promise<BundleRun<BundleJobs[K]['result']>> {
  const data: BundleWorkerData = { bundle, job };
  const worker = new Worker(new URL('./bundle-worker.js', import.meta.url), { workerData: data, stdout: true });
  worker.stdout.pipe(process.stderr, { end: false });
  try {
    const answer = await answerOf(worker, bundle, timeoutMs);
    if ('failure' in answer) throw new CliError(answer.failure);
    if ('problems' in answer) throw new DefinitionError(answer.problems);
    return answer as BundleRun<BundleJobs[K]['result']>;
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, bundle: Bundle, timeoutMs: number): Promise<BundleAnswer> {
  const { place } = bundle;
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve({
        failure: `${place}: still loading after ${timeoutMs / 1_000} s: definitions must not wait for anything`,
      });
    }, timeoutMs);
    worker.once('message', resolve);
    worker.once('error', (error) => resolve({ failure: thrownByDefinition(error, bundle) }));
    worker.once('exit', () => {
      clearTimeout(timer);
      const why = 'it calls process.exit(), or a top-level `await` waits for something that does not come';
      resolve({ failure: `${place}: ended before it was loaded: ${why}` });
    });
  });
}
