import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../write-whole.js';

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
  try {
    mkdirSync(folder, { recursive: true });
    writeWhole(join(folder, name), JSON.stringify(content));
  } catch {
    // It is known no better than before.
  }
}
