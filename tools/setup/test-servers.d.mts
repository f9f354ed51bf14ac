/** Where set-up puts the programs that it brings itself. */
export const broughtPrograms: string;

/**
 * The path of a Redis or Valkey server for tests: `TIDINGS_REDIS_SERVER`, then the PATH, then what `npm test` brought.
 * Tests that have `REDIS_URL` use that server and need no program.
 */
export function findRedisServer(env?: Record<string, string | undefined>): string | undefined;

/**
 * The path of a Chromium for browser tests: `TIDINGS_CHROMIUM`, then the PATH, then what `npm test` brought, then the
 * usual places. It may be a headless shell: start it headless, with `--no-sandbox`.
 */
export function findChromium(env?: Record<string, string | undefined>): string | undefined;
