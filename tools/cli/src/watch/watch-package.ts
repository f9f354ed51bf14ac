import { relative } from 'node:path';
import { packagePlace, shownFile } from '../config/package-place.js';
import { type Generated, generatePackage } from '../generate/generate-package.js';
import { generateReport } from '../generate/generate-report.js';
import { problemText } from '../report/problem-text.js';
import { problemsOf } from '../report/problems-of.js';
import { silent } from '../report/progress.js';
import { ChangeQueue, type FileChange } from './change-queue.js';
import { PackageWatcher } from './package-watcher.js';

/**
 * Generates a package, and again whenever something changes that it was made from, until it is told to stop. Errors in
 * definitions are said, and do not end it.
 */
export async function watchPackage(root: string, config: string | undefined, signal: AbortSignal): Promise<void> {
  const changes = new ChangeQueue();
  const broken = new AbortController();
  const until = AbortSignal.any([signal, broken.signal]);
  await using watcher = await PackageWatcher.open(root, changes, (error) => broken.abort(error));
  let last: Generated | undefined;
  for (let first = true; !until.aborted; first = false) {
    const before = last;
    last = await generateAndTell(root, config, first || before === undefined);
    if (last !== undefined) {
      watcher.generated = last.contractPackage;
      watcher.alsoWatch(last.inputs ?? []);
    }
    if (first) console.log(`watching ${relative(process.cwd(), root) || 'this folder'}; Ctrl+C ends it`);
    else if (last === undefined) console.error('nothing was written; still watching');
    await nextThatMatters(changes, last, until);
  }
  if (broken.signal.aborted) throw broken.signal.reason;
}

/** Generates once. Undefined if that was not possible. */
async function generateAndTell(
  root: string,
  config: string | undefined,
  evenIfNothing: boolean,
): Promise<Generated | undefined> {
  const begun = performance.now();
  const place = packagePlace(root, config);
  try {
    const generated = await generatePackage(place, { write: true, force: false, progress: silent });
    const { lines, notes } = generateReport(generated, 'write', performance.now() - begun);
    if (evenIfNothing || generated.written.length + generated.removed.length > 0) {
      for (const note of notes) console.error(note);
      for (const line of lines) console.log(line);
    }
    return generated;
  } catch (error) {
    const problems = problemsOf(error, (file) => shownFile(place, file));
    if (problems === undefined) throw error;
    for (const problem of problems) console.error(problemText(problem));
    return undefined;
  }
}

async function nextThatMatters(changes: ChangeQueue, last: Generated | undefined, signal: AbortSignal): Promise<void> {
  // As long as something is wrong, any file may be what puts it right.
  const inputs = last?.inputs === undefined ? undefined : new Set(last.inputs);
  const matters = ({ path, isEdit }: FileChange): boolean => !isEdit || inputs === undefined || inputs.has(path);
  while (!signal.aborted && !(await changes.next(signal)).some(matters));
}
