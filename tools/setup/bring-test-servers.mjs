import { bringDebianPackage, isDebian } from './debian-package.mjs';
import { Halt, say } from './halt.mjs';
import { findChromium, findRedisServer } from './test-servers.mjs';

/**
 * Finds or brings the Redis program of which tests start servers, Clusters and Sentinels, to kill and to stop them. A server at
 * `REDIS_URL` is used besides, by the tests that do it no harm.
 * @returns {Promise<{ REDIS_URL?: string, TIDINGS_REDIS_SERVER: string }>}
 */
export async function bringRedis() {
  const { REDIS_URL } = process.env;
  if (REDIS_URL) say('Redis at REDIS_URL, for the tests that do it no harm');
  return { ...(REDIS_URL && { REDIS_URL }), TIDINGS_REDIS_SERVER: await redisProgram() };
}

/** @returns {Promise<string>} */
async function redisProgram() {
  const found = findRedisServer();
  if (found) {
    say(`Redis server ${found}`);
    return found;
  }
  const brought = await fromDebian('a Redis server', { package: 'redis-server', program: 'usr/bin/redis-server' });
  if ('path' in brought) return brought.path;
  throw new Halt(`the tests start real Redis servers, and no program for that was found (${brought.problem}).`, [
    'macOS:          brew install redis',
    'Debian, Ubuntu: sudo apt-get install redis-server',
    'Fedora:         sudo dnf install valkey',
    'Windows:        run inside WSL',
    'or name a program: TIDINGS_REDIS_SERVER=/path/to/redis-server npm test',
  ]);
}

/**
 * Finds or brings the browser that one test runs in. Without one that test is listed as skipped, with this reason.
 * @returns {Promise<{ TIDINGS_CHROMIUM: string } | { TIDINGS_CHROMIUM_MISSING: string }>}
 */
export async function bringChromium() {
  const found = findChromium();
  if (found) {
    say(`Chromium ${found}`);
    return { TIDINGS_CHROMIUM: found };
  }
  const brought = await fromDebian('a headless Chromium', {
    package: 'chromium-headless-shell',
    program: 'usr/lib/chromium/chromium-headless-shell',
  });
  if ('path' in brought) return { TIDINGS_CHROMIUM: brought.path };
  say(`no Chromium (${brought.problem}): the browser test will be skipped. To run it, install Chromium or Chrome,`);
  say('or name one: TIDINGS_CHROMIUM=/path/to/chromium npm test');
  return { TIDINGS_CHROMIUM_MISSING: brought.problem };
}

/**
 * @param {string} what
 * @param {{ package: string, program: string }} wanted
 * @returns {Promise<{ path: string } | { problem: string }>}
 */
async function fromDebian(what, wanted) {
  if (!isDebian()) return { problem: 'not on the PATH' };
  say(`bringing ${what} (package ${wanted.package}) into .tidings/ ...`);
  return bringDebianPackage(wanted);
}
