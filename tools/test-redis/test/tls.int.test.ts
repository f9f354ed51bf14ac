import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis, tlsFixtures } from '@tidings/test-redis';
import { Redis } from 'ioredis';
import { afterEach, test, vi } from 'vitest';
import { withProgram } from './with-program.js';

// Which one depends on whether the server sends its CA along.
const untrusted = /^(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE)$/;

afterEach(() => vi.unstubAllEnvs());

/** The name of the host, once TLS stands, or why it does not. */
async function handshake(url: string, ca?: string): Promise<string> {
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    ...(ca !== undefined && { tls: { ca } }),
  });
  let reason = '';
  client.on('error', (error: NodeJS.ErrnoException) => {
    reason = error.code ?? error.message;
  });
  try {
    await client.connect();
    return await client.ping();
  } catch {
    return reason;
  } finally {
    client.disconnect();
  }
}

withProgram('with the right certificate, clients that trust its CA get in, others do not', async () => {
  await using redis = await startRedis({ tls: 'right', config: { requirepass: 'secret' } });
  assert.equal(redis.url, `rediss://:secret@localhost:${redis.port}`);
  assert.equal(await redis.client().ping(), 'PONG');
  assert.equal(await handshake(redis.url, tlsFixtures.ca), 'PONG');
  assert.equal(await handshake(redis.url.replace('localhost', '127.0.0.1'), tlsFixtures.ca), 'PONG');
  assert.match(await handshake(redis.url, tlsFixtures.unrelatedCa), untrusted);
  assert.match(await handshake(redis.url), untrusted);
  assert.match(await handshake(redis.url.replace('rediss:', 'redis:')), /closed|ECONNRESET|^$/);
});

withProgram('with the certificate of another host, clients are warned off; the own client gets in', async () => {
  await using redis = await startRedis({ tls: 'wrong-host' });
  assert.equal(await handshake(redis.url, tlsFixtures.ca), 'ERR_TLS_CERT_ALTNAME_INVALID');
  assert.equal(await redis.client().ping(), 'PONG');
  await redis.restart();
  assert.equal(await redis.client().ping(), 'PONG');
});

test('a server that was built without TLS is said to be so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tidings-no-tls-'));
  try {
    const program = join(folder, 'redis-server');
    // What such a server says; none is at hand.
    const says = `>>> 'tls-port 1'\nBad directive or wrong number of arguments`;
    await writeFile(program, `#!/bin/sh\ncat <<'END'\n${says}\nEND\nexit 1\n`);
    await chmod(program, 0o755);
    vi.stubEnv('TIDINGS_REDIS_SERVER', program);
    await assert.rejects(startRedis({ tls: 'right' }), /built without TLS.*Bad directive/s);
  } finally {
    await rm(folder, { recursive: true });
  }
});
