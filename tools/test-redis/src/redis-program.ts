import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findRedisServer } from '@tidings/setup/test-servers';

/** The path of the server to start. */
export function redisProgram(): string {
  const program = findRedisServer();
  if (program !== undefined) return program;
  throw new Error(
    'no redis-server or valkey-server was found: run `npm test` at the root, which brings one, or name one in TIDINGS_REDIS_SERVER',
  );
}

const versions = new Map<string, Promise<string | undefined>>();

/** Such as `7.0.15`, or undefined if it does not say. */
export function programVersion(program: string): Promise<string | undefined> {
  const known = versions.get(program) ?? askVersion(program);
  versions.set(program, known);
  return known;
}

async function askVersion(program: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(program, ['--version']);
    return / v=(\S+)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}
