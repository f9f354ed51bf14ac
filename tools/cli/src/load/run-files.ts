import { CliError, DefinitionError } from '../cli-error.js';
import { bundleFiles } from './bundle.js';
import type { BundleJob, BundleJobs, BundleRun } from './bundle-job.js';
import { BundleRunner } from './bundle-runner.js';
import type { ImportGraph } from './sources.js';

/** How long definitions may take to load: a minute, and a busy machine's time for each file. */
function patienceMs(files: number): number {
  return 60_000 + 10 * files;
}

/** What came out of running files, and which files those were. */
export interface FilesRun<Result> extends BundleRun<Result> {
  readonly graph: ImportGraph;
}

/**
 * Bundles TypeScript files of a package and runs them in a thread.
 *
 * @throws CliError if one can't be read or throws, if they end the process, or have not loaded in time (by default 60 s, and 10 ms for each file).
 * @throws DefinitionError if they can't be generated from.
 */
export async function runFiles<K extends keyof BundleJobs>(
  runner: BundleRunner,
  root: string,
  files: readonly string[],
  job: Extract<BundleJob, { readonly kind: K }>,
  { timeoutMs = patienceMs(files.length) }: { readonly timeoutMs?: number } = {},
): Promise<FilesRun<BundleJobs[K]['result']>> {
  const bundle = await bundleFiles(root, files, false);
  let answer = await runner.run(bundle, job, timeoutMs);
  // A map of a large contract takes longer to make than the rest of the bundle, and says only where something was
  // thrown: so it is made when something was, and the files are run again for their places.
  if ('thrown' in answer) {
    await using another = new BundleRunner(job.kind, { quiet: true });
    answer = await another.run(await bundleFiles(root, files, true), job, timeoutMs);
  }
  if ('thrown' in answer) throw new CliError(answer.thrown);
  if ('failure' in answer) throw new CliError(answer.failure);
  if ('problems' in answer) throw new DefinitionError(answer.problems);
  return { ...(answer as BundleRun<BundleJobs[K]['result']>), graph: bundle.graph };
}
