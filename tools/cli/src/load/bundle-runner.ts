import { Worker } from 'node:worker_threads';
import type { Bundle } from './bundle.js';
import type { BundleAnswer, BundleJob, BundleWork } from './bundle-job.js';
import { thrownByDefinition } from './load-failure.js';

/**
 * A thread that runs what a package defines: its configuration, and then its contract. Whatever they leave open, throw late or do
 * to the process stays there. It loads what it needs before it is asked, so that this need not wait for a bundle. What they
 * print goes to stderr.
 */
export class BundleRunner implements AsyncDisposable {
  readonly #worker: Worker;
  /** How it ended before it was told to: it may do so before it is given anything to run. */
  readonly #ended: Promise<{ readonly error?: unknown }>;

  /**
   * @param first What it will be asked for first.
   * @param quiet Whether what bundles print is thrown away.
   */
  constructor(first: BundleJob['kind'], { quiet = false }: { readonly quiet?: boolean } = {}) {
    const worker = new Worker(new URL('./bundle-worker.js', import.meta.url), {
      workerData: first,
      stdout: true,
      stderr: quiet,
      // Definitions and models live to the end: a larger nursery spares the collector from moving them.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    // Read in any case: whoever prints into a stream that nobody reads waits.
    if (quiet) for (const stream of [worker.stdout, worker.stderr]) stream.resume();
    else worker.stdout.pipe(process.stderr, { end: false });
    this.#worker = worker;
    this.#ended = new Promise((resolve) => {
      worker.once('error', (error) => resolve({ error }));
      worker.once('exit', () => resolve({}));
    });
  }

  /** Runs a bundle: of each kind one. Never rejects: what goes wrong is part of the answer. */
  async run(bundle: Bundle, job: BundleJob, timeoutMs: number): Promise<BundleAnswer> {
    let timer: NodeJS.Timeout | undefined;
    const answered = new Promise<BundleAnswer>((resolve) => this.#worker.once('message', resolve));
    const late = new Promise<BundleAnswer>((resolve) => {
      const failure = `${bundle.place}: still loading after ${timeoutMs / 1_000} s: definitions must not wait for anything`;
      timer = setTimeout(() => resolve({ failure }), timeoutMs);
    });
    const work: BundleWork = { bundle, job };
    this.#worker.postMessage(work);
    try {
      return await Promise.race([answered, this.#endOf(bundle), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #endOf(bundle: Bundle): Promise<BundleAnswer> {
    const end = await this.#ended;
    if ('error' in end) return { thrown: thrownByDefinition(end.error, bundle) };
    const why = 'it calls process.exit(), or a top-level `await` waits for something that does not come';
    return { failure: `${bundle.place}: ended before it was loaded: ${why}` };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }
}
