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
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'tidings-redis-'));
  const server = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder], {
    stdio: 'ignore',
  });
  const kill = (): boolean => server.kill('SIGKILL');
  process.once('exit', kill);
  const url = `redis://127.0.0.1:${port}`;
  const probe = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  probe.on('error', () => {});
  await eventually(() => probe.connect(), { timeoutMs: 20_000, everyMs: 20 });
  probe.disconnect();
  return {
    url,
    stop: async () => {
      const exited = new Promise((resolve) => server.once('exit', resolve));
      kill();
      await exited;
      process.off('exit', kill);
      await rm(folder, { recursive: true, force: true });
    },
  };
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
