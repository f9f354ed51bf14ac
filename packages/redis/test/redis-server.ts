import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@tidings/core/testing';
import { findRedisServer } from '@tidings/setup/test-servers';
import { Redis } from 'ioredis';

/** A Redis of this test file's own. */
export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a real server on a free loopback port, or uses the one at `REDIS_URL`. */
export async function startRedis(): Promise<RedisServer> {
  const given = process.env.REDIS_URL;
  if (given !== undefined && given !== '') return { url: given, stop: () => Promise.resolve() };
  const program = findRedisServer();
  if (program === undefined) {
    throw new Error(
      'no redis-server or valkey-server was found: run `npm test` at the root, which brings one, or set REDIS_URL',
    );
  }
  for (let left = 5; ; left -= 1) {
    const server = await startOn(program, await freePort());
    if (server !== undefined) return server;
    if (left === 1) throw new Error(`${program} did not stay up on any of five free ports`);
  }
}

/** Undefined if the server ended at once: somebody else took the port first. */
async function startOn(program: string, port: number): Promise<RedisServer | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'tidings-redis-'));
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
  const server = spawn(program, args, { stdio: 'ignore' });
  const kill = (): boolean => server.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    kill();
    await ended;
    process.off('exit', kill);
    await rm(folder, { recursive: true, force: true });
  };
  const url = `redis://127.0.0.1:${port}`;
  const probe = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  probe.on('error', () => {});
  const answered = eventually(() => probe.connect(), { timeoutMs: 20_000, everyMs: 20 }).then(() => true);
  answered.catch(() => {});
  const up = await Promise.race([answered, ended.then(() => false)]);
  probe.disconnect();
  if (up) return { url, stop };
  await stop();
  return undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
