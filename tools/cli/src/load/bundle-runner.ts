import { Worker } from 'node:worker_threads';
import type { Bundle } from './bundle.js';
import type { BundleAnswer, BundleJob, BundleWork } from './bundle-job.js';
import { thrownByDefinition } from './load-failure.js';

/**
 * A thread that runs one bundle. Whatever the bundle leaves open, throws late or does to the process stays there. It
 * loads what it needs from when it is made, so that this need not wait for the bundle. What the bundle prints goes to
 * stderr.
 */
export class BundleRunner implements AsyncDisposable {
  readonly #worker: Worker;

  /** @param quiet Whether what the bundle prints is thrown away. */
  constructor(quiet: boolean) {
    this.#worker = new Worker(new URL('./bundle-worker.js', import.meta.url), {
      stdout: true,
      stderr: quiet,
      // Definitions and models live to the end: a larger nursery spares the collector from moving them.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    if (quiet) this.#worker.stdout.resume();
    else this.#worker.stdout.pipe(process.stderr, { end: false });
    // It may fail before it is given something to run, which says the same again.
    this.#worker.on('error', () => {});
  }

  /** Runs a bundle. Never rejects: what goes wrong is part of the answer. */
  run(bundle: Bundle, job: BundleJob, timeoutMs: number): Promise<BundleAnswer> {
    const { place } = bundle;
    const work: BundleWork = { bundle, job };
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        resolve({
          failure: `${place}: still loading after ${timeoutMs / 1_000} s: definitions must not wait for anything`,
        });
      }, timeoutMs);
      this.#worker.once('message', resolve);
      this.#worker.once('error', (error) => resolve({ thrown: thrownByDefinition(error, bundle) }));
      this.#worker.once('exit', () => {
        clearTimeout(timer);
        const why = 'it calls process.exit(), or a top-level `await` waits for something that does not come';
        resolve({ failure: `${place}: ended before it was loaded: ${why}` });
      });
      this.#worker.postMessage(work);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }
}
