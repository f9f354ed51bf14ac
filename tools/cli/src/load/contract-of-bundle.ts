import { existsSync, readFileSync } from 'node:fs';
import {
  CodegenError,
  type ContractLock,
  isChannelExport,
  type LoadedExport,
  type Release,
  readContract,
  readLock,
  releasedModels,
} from '@tidings/codegen/read';
import { countedReleases } from '../evolution/counted-releases.js';
import type { BundleJob, ReadContract } from './bundle-job.js';
import type { Exports, JobAnswer } from './job-answer.js';

/** The model of the contract that the files of a bundle define. */
export function answerOf(job: Extract<BundleJob, { kind: 'contract' }>, modules: readonly Exports[]): JobAnswer {
  try {
    return { result: contractOf(job, modules) };
  } catch (error) {
    if (error instanceof CodegenError) return { problems: error.problems };
    throw error;
  }
}

function contractOf(
  { contract, channels, shapes, accepted, lock, oldest }: Extract<BundleJob, { kind: 'contract' }>,
  modules: readonly Exports[],
): ReadContract {
  const exportsOf = (file: string, index: number): readonly LoadedExport[] =>
    Object.entries(modules[index] ?? {}).map(([exportName, value]) => ({ file, exportName, value }));
  const byFile = channels.map(exportsOf);
  const model = readContract({
    contract,
    accepted,
    released: releasesIn(lock, oldest),
    channels: byFile.flat(),
    shapes: shapes.flatMap((file, index) => exportsOf(file, channels.length + index)),
  });
  const withoutChannels = channels.filter((_, index) => !byFile[index]?.some(isChannelExport));
  return { model, withoutChannels };
}

/** What a lock says was released, as far as it counts; read when it is asked for, which most contracts never do. */
function releasesIn(lock: string, oldest: string | undefined): () => readonly Release[] {
  let known: readonly Release[] | undefined;
  return () => {
    known ??= existsSync(lock) ? countedIn(readLock(readFileSync(lock, 'utf8')), oldest) : [];
    return known;
  };
}

function countedIn(lock: ContractLock, oldest: string | undefined): readonly Release[] {
  return releasedModels(lock, countedReleases(lock.releases, oldest));
}
