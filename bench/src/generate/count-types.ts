import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many types the files of a folder export. */
export function countTypes(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(folder, path), 'utf8').match(/^export (?:type|interface) \w+/gm)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);
}
