import type { GeneratedFile } from '../emit/emitter.js';
import { isMarked } from '../text/generated-mark.js';
import { contentHash, type Manifest, manifestFile, manifestText } from './manifest.js';

/** What stands between what is there and what should be. */
export interface OutputPlan {
  /** The record of generated files, as it should be. */
  readonly record: GeneratedFile;
  /** Files to write, the record of generated files last. */
  readonly write: readonly GeneratedFile[];
  /** Files that were generated and no longer are. */
  readonly remove: readonly string[];
  /** Files that are in the way and were not generated: nothing may be written while there are any. */
  readonly foreign: readonly string[];
  /** How many files are as they should be. */
  readonly unchanged: number;
}

/** What is in the output folder. */
export interface OutputState {
  /** The record of generated files; undefined if there is none. */
  readonly manifest: Manifest | undefined;
  /** The content of a file, or undefined if there is none. Asked for generated and recorded names only. */
  readonly contentOf: (path: string) => string | undefined;
}

/**
 * Compares generated files with those that are there. Writes nothing.
 *
 * @param isChange Whether the files are only some of those that the record names, and the others stay as they are.
 */
export function planOutput(
  files: readonly GeneratedFile[],
  { manifest, contentOf }: OutputState,
  isChange = false,
): OutputPlan {
  const generated = new Set(files.map(({ path }) => path));
  const kept = new Map([...(isChange ? (manifest?.files ?? []) : [])].filter(([path]) => !generated.has(path)));
  const record = { path: manifestFile, content: manifestText(files, kept) };
  const isOurs = (path: string, content: string): boolean =>
    path === manifestFile || isMarked(content) || manifest?.files.get(path) === contentHash(content);
  const write: GeneratedFile[] = [];
  const foreign: string[] = [];
  for (const file of [...files, record]) {
    const there = contentOf(file.path);
    if (there !== undefined && sameContent(there, file.content)) continue;
    if (there === undefined || isOurs(file.path, there)) write.push(file);
    else foreign.push(file.path);
  }
  const remove = [...(manifest?.files.keys() ?? [])].filter((path) => {
    const there = generated.has(path) || kept.has(path) ? undefined : contentOf(path);
    return there !== undefined && isOurs(path, there);
  });
  return { record, write, remove, foreign, unchanged: files.length + kept.size + 1 - write.length - foreign.length };
}

function sameContent(a: string, b: string): boolean {
  return a === b || a.replaceAll('\r\n', '\n') === b;
}
