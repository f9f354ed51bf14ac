import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole workspace. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * @typedef {object} Manifest
 * @property {string} [name]
 * @property {string} [packageManager]
 * @property {Record<string, string>} [scripts]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 */

/**
 * @param {string} folder
 * @returns {Manifest}
 */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/**
 * The folders of all packages, sorted. Reads pnpm-workspace.yaml line by line, because no yaml parser is there yet.
 * @returns {string[]}
 */
export function packageFolders() {
  const yaml = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const patterns = /^packages:\n((?: +- .*\n)+)/m.exec(yaml)?.[1] ?? '';
  const folders = [...patterns.matchAll(/- *['"]?([^'"\n]+?)['"]? *\n/g)].flatMap(([, pattern = '']) => {
    if (!pattern.endsWith('/*')) return [join(root, pattern)];
    const parent = join(root, pattern.slice(0, -2));
    return existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name)) : [];
  });
  return folders.filter((folder) => existsSync(join(folder, 'package.json'))).sort();
}

/**
 * The environment in which the workspace's own programs come first, above all its Node.
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function workspaceEnv(more = {}) {
  return {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
    ...more,
  };
}

/** @param {string} name */
export function workspaceProgram(name) {
  const path = join(root, 'node_modules', '.bin', name);
  return process.platform === 'win32' ? `${path}.cmd` : path;
}
