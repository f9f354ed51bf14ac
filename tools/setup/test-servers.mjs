import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './workspace.mjs';

/** Where set-up puts what it brings itself; tests look there too, so that they run without set-up's environment. */
export const broughtPrograms = join(root, '.tidings', 'bin');

export function findRedisServer(env = process.env) {
  return env.TIDINGS_REDIS_SERVER || findProgram(['redis-server', 'valkey-server'], env);
}

export function findChromium(env = process.env) {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chromium-headless-shell'];
  return env.TIDINGS_CHROMIUM || findProgram(names, env, applications);
}

const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * @param {readonly string[]} names
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} [wellKnown]
 * @returns {string | undefined}
 */
function findProgram(names, env, wellKnown = []) {
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), broughtPrograms];
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...wellKnown].find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
