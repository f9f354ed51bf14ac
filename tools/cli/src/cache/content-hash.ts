import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What stands for a file that is not there. */
export const absent = 'absent';

/** A hash of a file's bytes; `absent` if it is not there or can't be read. */
export function hashFile(path: string): string {
  try {
    return hash('sha256', readFileSync(path));
  } catch {
    return absent;
  }
}

/** A hash of a generated file. Line ends don't count: some checkouts change them. */
export function hashGenerated(content: string): string {
  return hash('sha256', content.replaceAll('\r\n', '\n'));
}
