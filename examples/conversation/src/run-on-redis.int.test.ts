import { eventually } from '@tidings/core/testing';
import { startRedis, tlsFixtures, useRedis } from '@tidings/test-redis';
import { afterAll, describe, expect, test } from 'vitest';
import { expectRightRun } from '../test/expect-right-run.js';
import { isRunning } from '../test/is-running.js';
import { runExample, startExample } from '../test/run-example.js';

const server = await useRedis();
afterAll(() => server.stop());

/** The processes that the heading names. */
async function allGone(output: string): Promise<void> {
  const [, list = ''] = /^processes: (.*)$/m.exec(output) ?? [];
  const pids = [...list.matchAll(/ (\d+)(?:,|$)/g)].map(([, pid]) => Number(pid));
  expect(pids).toHaveLength(3);
  for (const pid of pids) await eventually(() => expect(isRunning(pid)).toBe(false));
}

/** Nothing is stored any more, and nobody is connected, by the name of the run. */
async function nothingLeft(output: string): Promise<void> {
  const [, run = ''] = /begin with (tidings:example-[0-9a-f]+):$/m.exec(output) ?? [];
  expect(run).not.toBe('');
  const redis = server.client();
  await eventually(async () => expect(await redis.client('LIST')).not.toContain(run));
  expect(await redis.keys(`${run}*`)).toEqual([]);
}

describe('the example on Redis', () => {
  test('loses a worker and no event, keeps the order, and leaves nothing behind', async () => {
    const { code, output } = await runExample('--redis', server.url);
    expectRightRun(output);
    expect(code).toBe(0);
    expect(output).toMatch(/^worker A was killed after \d+ ms; \d+ events had been handled$/m);
    // It had something in its hands: that is free once its lease of 2 s is over, which was renewed at most 0.4 s before.
    const [, first] = /and handled by B: [1-9]\d*, ([\d.]+) /.exec(output) ?? [];
    expect(Number(first)).toBeGreaterThan(1.5);
    expect(Number(first)).toBeLessThan(10);
    await allGone(output);
    await nothingLeft(output);
  });

  test('goes through TLS, and prints no password', async () => {
    await using secure = await startRedis({ tls: 'right', config: { requirepass: 'hunter2' } });
    const { ended } = startExample(['--redis', secure.url], { NODE_EXTRA_CA_CERTS: tlsFixtures.caFile });
    const { code, output } = await ended;
    expect(output).not.toContain('hunter2');
    expectRightRun(output);
    expect(code).toBe(0);
  });
});

describe('without a Redis', () => {
  test('it says what to do, soon', async () => {
    const begun = performance.now();
    const { code, output } = await runExample('--redis', 'redis://user:hunter2@127.0.0.1:1');
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(code).toBe(1);
    expect(output).toBe(
      'Redis at 127.0.0.1:1 can not be reached (ECONNREFUSED): is it running, and is the address right?\n' +
        'To start one here: docker run --rm -p 1:6379 redis\nWithout Redis: leave --redis out, and all is in one process\n',
    );
  });

  test('that takes the password, it says so, and does not show it', async () => {
    await using guarded = await startRedis({ config: { requirepass: 'correct-horse' } });
    const { code, output } = await runExample('--redis', `redis://:hunter2@127.0.0.1:${guarded.port}`);
    expect(code).toBe(1);
    expect(output).toBe(
      `Redis at 127.0.0.1:${guarded.port} refuses the connection (WRONGPASS): check the user name and the password.\n`,
    );
  });
});

describe('no process is left behind', () => {
  test('by Ctrl-C, and nothing in Redis', async () => {
    const example = startExample(['--redis', server.url]);
    await example.printed(/worker A was killed/);
    example.process.kill('SIGINT');
    const { code, output } = await example.ended;
    expect(code).toBe(130);
    expect(output).not.toContain('unexpectedly');
    await allGone(output);
    await nothingLeft(output);
  });

  test('by SIGKILL', async () => {
    const example = startExample(['--redis', server.url]);
    await example.printed(/begin with/);
    example.process.kill('SIGKILL');
    const { code, output } = await example.ended;
    expect(code).toBe('SIGKILL');
    await allGone(output);
  });

  test('by one that crashes, which is told', async () => {
    const example = startExample(['--redis', server.url]);
    const [, pid] = await example.printed(/worker B (\d+)\n/);
    process.kill(Number(pid), 'SIGKILL');
    const { code, output } = await example.ended;
    expect(code).toBe(1);
    expect(output).toContain(`The process of worker B (${pid}) ended unexpectedly: SIGKILL.`);
    await allGone(output);
  });
});
