import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractModel } from '@tidings/codegen';
import type { ContractPackage } from '../config/contract-package.js';
import type { ContractFiles, LoadedContract } from '../load/load-contract.js';
import type { ImportsOfFile, LoadedModules, Sources } from '../load/sources.js';
import { readCache, writeCache } from './cache-file.js';
import { hashGenerated } from './content-hash.js';
import type { Fingerprint } from './fingerprint.js';

/** What the last run left behind: enough to tell that there is nothing to do. */
export interface GenerationRecord {
  readonly form: 2;
  readonly fingerprint: Fingerprint;
  readonly contractPackage: ContractPackage;
  readonly channels: number;
  readonly withoutChannels: readonly string[];
  /** Generated files, relative to the package, and hashes of what was in them. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** What the last run read, for one that has to read a part of it again. */
export interface LastReading {
  readonly loaded: LoadedContract;
  /** What the configuration was read from. */
  readonly configSources: readonly Sources[];
}

interface WrittenSources {
  readonly graph: readonly (readonly [string, ImportsOfFile])[];
  readonly modules: LoadedModules | undefined;
}

interface WrittenReading {
  /** The fingerprint that it belongs to: of two runs at once, each may have written one of the two files. */
  readonly of: string;
  readonly model: ContractModel;
  readonly withoutChannels: readonly string[];
  readonly files: ContractFiles;
  readonly sources: WrittenSources;
  readonly configSources: readonly WrittenSources[];
}

const recordFile = 'generation.json';
const readingFile = 'reading.json';

/** The record of the last run; undefined if there is none of this form. */
export function readRecord(folder: string | undefined): GenerationRecord | undefined {
  const found = readCache(folder, recordFile) as Partial<GenerationRecord> | undefined;
  return found?.form === 2 && found.fingerprint !== undefined ? (found as GenerationRecord) : undefined;
}

/** What the last run read, if it belongs to the record. */
export function readLastReading(
  folder: string | undefined,
  { fingerprint }: GenerationRecord,
): LastReading | undefined {
  const found = readCache(folder, readingFile) as WrittenReading | undefined;
  if (found?.of !== identityOf(fingerprint)) return undefined;
  const { model, withoutChannels, files, sources, configSources } = found;
  return {
    loaded: { model, withoutChannels, files, sources: sourcesFrom(sources) },
    configSources: configSources.map(sourcesFrom),
  };
}

/** Keeps what a run read and found. */
export function writeRecord(folder: string | undefined, record: GenerationRecord, reading: LastReading): void {
  const { loaded, configSources } = reading;
  const { model, withoutChannels, files, sources } = loaded;
  const written: WrittenReading = {
    of: identityOf(record.fingerprint),
    model,
    withoutChannels,
    files,
    sources: writtenSources(sources),
    configSources: configSources.map(writtenSources),
  };
  writeCache(folder, readingFile, written);
  writeCache(folder, recordFile, record);
}

/** Whether the generated files are as the last run left them. */
export function outputIsAsRecorded({ contractPackage, outputs }: GenerationRecord): boolean {
  const { root } = contractPackage;
  try {
    return Object.entries(outputs).every(
      ([path, hashed]) => hashGenerated(readFileSync(join(root, path), 'utf8')) === hashed,
    );
  } catch {
    // One of them is gone, or can't be read.
    return false;
  }
}

function sourcesFrom({ graph, modules }: WrittenSources): Sources {
  return { graph: new Map(graph), modules };
}

function writtenSources({ graph, modules }: Sources): WrittenSources {
  return { graph: [...graph], modules };
}

function identityOf({ tool, listing, sources, surroundings }: Fingerprint): string {
  return hash('sha256', JSON.stringify([tool, listing, sources, surroundings]));
}
