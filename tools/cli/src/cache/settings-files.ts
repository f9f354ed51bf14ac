import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/**
 * The files that decide how definitions are read: `tsconfig.json` and `package.json` of every folder that they are in and
 * of all above it, there or not, and what a tsconfig extends.
 */
export function settingsFiles(folders: Iterable<string>): readonly string[] {
  const above = new Set<string>();
  for (const folder of folders) {
    for (let at = folder; !above.has(at); at = dirname(at)) above.add(at);
  }
  const files = new Set<string>();
  for (const folder of above) {
    files.add(join(folder, 'package.json'));
    addTsconfig(join(folder, 'tsconfig.json'), files);
  }
  return [...files].sort();
}

function addTsconfig(file: string, files: Set<string>): void {
  if (files.has(file)) return;
  files.add(file);
  for (const extended of extendedBy(file)) addTsconfig(extended, files);
}

/** What a tsconfig extends. Read by pattern, since it may have comments; a file too many does no harm. */
function extendedBy(file: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const given = /"extends"\s*:\s*(\[[^\]]*\]|"[^"]*")/.exec(text)?.[1] ?? '';
  return [...given.matchAll(/"([^"]+)"/g)].flatMap(([, name = '']) => placeOf(name, file));
}

function placeOf(name: string, from: string): readonly string[] {
  if (name.startsWith('.') || isAbsolute(name)) {
    const path = resolve(dirname(from), name);
    return path.endsWith('.json') ? [path] : [path, `${path}.json`];
  }
  const require = createRequire(from);
  for (const candidate of [name, `${name}.json`, `${name}/tsconfig.json`]) {
    try {
      return [require.resolve(candidate)];
    } catch {
      // It is called by another of these names, or not there: then the bundler says so.
    }
  }
  return [];
}
