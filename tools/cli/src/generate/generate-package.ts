import { cacheFolder } from '../cache/cache-folder.js';
import { hashGenerated } from '../cache/content-hash.js';
import { fingerprintFiles, takeFingerprint } from '../cache/fingerprint.js';
import { writeRecord } from '../cache/generation-record.js';
import { surroundingsOf } from '../cache/surroundings.js';
import type { ContractPackage } from '../config/contract-package.js';
import type { PackagePlace } from '../config/package-place.js';
import { readPackage } from '../load/read-package.js';
import type { Progress } from '../report/progress.js';
import { type KnownBefore, knownBefore } from './known-before.js';

/** How a package is generated. */
export interface GenerateOptions {
  /** Whether the client is written, or only compared with what is there. */
  readonly write: boolean;
  /** Whether everything is read anew, whatever is known from the last run. */
  readonly force: boolean;
  readonly progress: Progress;
}

/** What became of a package's generated files, or would. Paths are relative to the package. */
export interface Generated {
  readonly contractPackage: ContractPackage;
  readonly channels: number;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** Definition files that define no channel. */
  readonly withoutChannels: readonly string[];
  /** The files that it was made from, as absolute paths; undefined where that can't be told. */
  readonly inputs: readonly string[] | undefined;
}

/**
 * Generates the client of a contract package, or compares it with what is there.
 *
 * @throws CliError what stands in the way.
 */
export async function generatePackage(place: PackagePlace, options: GenerateOptions): Promise<Generated> {
  const { write, force, progress } = options;
  const around = await surroundingsOf(place.root);
  const cache = cacheFolder(place.root, place.configFile);
  const known = force ? undefined : await knownBefore(cache, place, around, progress);
  if (known?.kind === 'nothing to do') return nothingToDo(known);
  // Takes a while to load, and is needed once the definitions are read: by then it is there.
  const planning = Promise.all([import('./plan-package.js'), import('./output-folder.js')]);
  const { contractPackage, reading, before }: Read = known ?? (await readPackage(place, progress));
  const { loaded, configSources } = reading;
  const [{ planPackage }, { applyPlans }] = await planning;
  progress.step(`generating ${loaded.model.channels.length} channels`);
  const { folders, files, written, removed, unchanged } = planPackage(loaded.model, contractPackage, before?.model);
  if (write) applyPlans(folders);
  const fingerprint = takeFingerprint(contractPackage, [...configSources, loaded.sources], around);
  const { withoutChannels } = loaded;
  const channels = loaded.model.channels.length;
  if (fingerprint !== undefined && (write || written.length + removed.length === 0)) {
    const outputs = new Map(Object.entries(before?.record.outputs ?? {}));
    for (const { path, content } of files) outputs.set(path, hashGenerated(content));
    for (const path of removed) outputs.delete(path);
    writeRecord(
      cache,
      { form: 2, fingerprint, contractPackage, channels, withoutChannels, outputs: Object.fromEntries(outputs) },
      reading,
    );
  }
  return {
    contractPackage,
    channels,
    written,
    removed,
    unchanged,
    withoutChannels,
    inputs: fingerprint === undefined ? undefined : fingerprintFiles(fingerprint, place),
  };
}

type Read = Omit<Extract<KnownBefore, { readonly kind: 'read' }>, 'kind'>;

function nothingToDo({ contractPackage, record }: Extract<KnownBefore, { readonly kind: 'nothing to do' }>): Generated {
  const { channels, withoutChannels, outputs, fingerprint } = record;
  return {
    contractPackage,
    channels,
    written: [],
    removed: [],
    unchanged: Object.keys(outputs).length,
    withoutChannels,
    inputs: fingerprintFiles(fingerprint, contractPackage),
  };
}
