import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestFile, type OutputPlan, type OutputState, readManifest } from '@tidings/codegen/write';
import { CliError } from '../cli-error.js';

/**
 * What is in an output folder now.
 *
 * @param shown The folder as it was configured, for messages.
 * @throws CliError if something else is where the folder should be.
 */
export function outputState(folder: string, shown: string): OutputState {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new CliError(`${shown} is a file, where a folder of generated files should be: move it away`);
  }
  const contentOf = (path: string): string | undefined => {
    const there = statSync(join(folder, path), { throwIfNoEntry: false });
    // Something that has no content, such as a folder, is in the way like a file that was not generated.
    return there === undefined ? undefined : there.isFile() ? readFileSync(join(folder, path), 'utf8') : '';
  };
  const record = contentOf(manifestFile);
  return { manifest: record === undefined ? undefined : readManifest(record), contentOf };
}

/** What is to be done in a folder. */
export interface FolderPlan {
  /** As an absolute path. */
  readonly folder: string;
  readonly plan: OutputPlan;
}

/**
 * Does what plans say. Everything is written beside its place first; when all is written it is moved there, in one go
 * that no signal interrupts. The record of generated files comes last, so that what a power cut leaves is known as ours.
 */
export function applyPlans(plans: readonly FolderPlan[]): void {
  for (const { folder } of plans) removeLeftovers(folder);
  const work = plans
    .filter(({ plan: { write, remove } }) => write.length + remove.length > 0)
    .map((each) => ({ ...each, staging: join(each.folder, `${stagingPrefix}${randomUUID()}`) }));
  const untilDone = (): void => {};
  for (const signal of signals) process.on(signal, untilDone);
  try {
    for (const { plan, staging } of work) {
      mkdirSync(staging, { recursive: true });
      for (const { path, content } of plan.write) writeFileSync(join(staging, path), content);
    }
    for (const { folder, plan, staging } of work) moveIntoPlace(folder, plan, staging);
  } finally {
    for (const { staging } of work) rmSync(staging, { recursive: true, force: true });
    for (const signal of signals) process.off(signal, untilDone);
  }
}

function moveIntoPlace(folder: string, { write, remove }: OutputPlan, staging: string): void {
  const move = ({ path }: { readonly path: string }): void => renameSync(join(staging, path), join(folder, path));
  for (const file of write.filter(({ path }) => path !== manifestFile)) move(file);
  for (const path of remove) rmSync(join(folder, path), { force: true });
  for (const file of write.filter(({ path }) => path === manifestFile)) move(file);
}

/** What a terminal sends. While there is a listener they wait until the folder is whole. */
const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const stagingPrefix = '.tidings-staging-';

/** Removes what a killed run left; younger things may belong to one that is running. */
function removeLeftovers(folder: string): void {
  const entries = statSync(folder, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(folder);
  for (const entry of entries) {
    const path = join(folder, entry);
    if (!entry.startsWith(stagingPrefix)) continue;
    const ageMs = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (ageMs > leftoverAfterMs) rmSync(path, { recursive: true, force: true });
  }
}

/** Writing takes milliseconds. */
const leftoverAfterMs = 30_000;
