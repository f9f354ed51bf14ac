import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads a file of a cache. Undefined if it is not there or not whole: a cache never stands in the way. */
export function readCache(folder: string | undefined, name: string): unknown {
  if (folder === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Writes a file of a cache whole, or not at all where it may not be written. */
export function writeCache(folder: string | undefined, name: string, content: unknown): void {
  if (folder === undefined) return;
  const unfinished = join(folder, `${name}.${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, JSON.stringify(content));
    renameSync(unfinished, join(folder, name));
  } catch {
    removeIfThere(unfinished);
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // There is not even a folder that it could be in.
  }
}
