import { eventually } from '@tidings/core/testing';
import { startRedis, tlsFixtures, useRedis } from '@tidings/test-redis';
import { afterAll, describe, expect, test } from 'vitest';
import { isRunning } from '../test/is-running.js';
import { runExample, startExample } from '../test/run-example.js';

const server = await useRedis();
afterAll(() => server.stop());

/** The row of a subscriber in the closing table. */
function row(output: string, name: string) {
  const line = output.split('\n').find((each) => each.startsWith(`│ ${name} `)) ?? '';
  const [was, ...counts] = line
    .split('│')
    .slice(2, -1)
    .map((cell) => cell.trim());
  const [published = 0, received = 0, missed = 0, reconnects = 0, toldMissing = 0] = counts.map((cell) =>
    cell.split(' + ').reduce((sum, part) => sum + Number(part), 0),
  );
  return { was, published, received, missed, reconnects, toldMissing };
}

/** The processes that the heading names. */
function processes(output: string): readonly number[] {
  const [, list = ''] = /^processes: (.*)$/m.exec(output) ?? [];
  return [...list.matchAll(/ (\d+)(?:,|$)/g)].map(([, pid]) => Number(pid));
}

async function allGone(pids: readonly number[]): Promise<void> {
  expect(pids).toHaveLength(4);
  for (const pid of pids) await eventually(() => expect(isRunning(pid)).toBe(false));
}

describe('the example on Redis', () => {
  test('tells what each subscriber missed, and what it knew of that, and leaves nothing behind', async () => {
    const { code, output } = await runExample('--bus', server.url, '--rounds', '4');
    expect(output).toMatch(/^4 × 262 real deliveries of 15 events, through Redis at /m);
    expect(code).toBe(0);
    const story = [
      /review board +killed/,
      /review board +is back/,
      /connection cut/,
      /is connected again, after 4 cuts/,
    ];
    const places = story.map((line) => output.search(line));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));

    const activity = row(output, 'repository activity');
    expect(activity).toMatchObject({ was: 'cut off', published: 1048 });
    expect(activity.received + activity.missed).toBe(1048);
    expect(activity.reconnects).toBeGreaterThan(0);
    expect(activity.missed).toBeGreaterThan(0);
    // A whole round follows, so that every hole has been seen.
    expect(activity.toldMissing).toBe(activity.missed);

    const board = row(output, 'review board');
    expect(board).toMatchObject({ was: 'killed', published: 308, reconnects: 0, toldMissing: 0 });
    expect(board.received + board.missed).toBe(308);
    expect(board.missed).toBeGreaterThan(0);

    expect(row(output, 'commit log')).toEqual({
      was: 'undisturbed',
      published: 56,
      received: 56,
      missed: 0,
      reconnects: 0,
      toldMissing: 0,
    });
    expect(output).toMatch(/^1048 events in [\d.]+ s$/m);

    await allGone(processes(output));
    const [, run = ''] = /begin with (tidings:example-[0-9a-f]+):$/m.exec(output) ?? [];
    expect(run).not.toBe('');
    const redis = server.client();
    await eventually(async () => expect(await redis.client('LIST')).not.toContain(run));
    expect(await redis.keys(`${run}*`)).toEqual([]);
  });

  test('goes through TLS, and prints no password', async () => {
    await using secure = await startRedis({ tls: 'right', config: { requirepass: 'hunter2' } });
    const { ended } = startExample(['--bus', secure.url, '--rounds', '1'], { NODE_EXTRA_CA_CERTS: tlsFixtures.caFile });
    const { code, output } = await ended;
    expect(output).toContain(`through Redis at localhost:${secure.port}\n`);
    expect(output).not.toContain('hunter2');
    expect(code).toBe(0);
    for (const name of ['repository activity', 'review board', 'commit log']) {
      const { published, received, missed } = row(output, name);
      expect(received + missed).toBe(published);
    }
  });

  test('does without the cut where the user may not cut connections', async () => {
    await using guarded = await startRedis();
    const rights = [
      'resetchannels',
      '&tidings:*',
      '-@all',
      '+client|setname',
      '+publish',
      '+subscribe',
      '+unsubscribe',
    ];
    await guarded.client().call('ACL', 'SETUSER', 'app', 'on', '>hunter2', ...rights);
    const url = `redis://app:hunter2@127.0.0.1:${guarded.port}`;
    const { code, output } = await runExample('--bus', url, '--rounds', '1');
    expect(output).toContain('connection not cut: Redis refuses CLIENT LIST (NOPERM)');
    expect(code).toBe(0);
    expect(row(output, 'repository activity')).toMatchObject({ was: 'undisturbed', received: 262, missed: 0 });
  });
});

describe('without a Redis', () => {
  test('it says what to do, soon', async () => {
    const begun = performance.now();
    const { code, output } = await runExample('--bus', 'redis://user:hunter2@127.0.0.1:1');
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(code).toBe(1);
    expect(output).toBe(
      'Redis at 127.0.0.1:1 can not be reached (ECONNREFUSED): is it running, and is the address right?\n' +
        'To start one here: docker run --rm -p 1:6379 redis\nWithout Redis: --bus memory\n',
    );
  });

  test('that takes the password, it says so, and does not show it', async () => {
    await using guarded = await startRedis({ config: { requirepass: 'correct-horse' } });
    const url = `redis://:hunter2@127.0.0.1:${guarded.port}`;
    const { code, output } = await runExample('--bus', url);
    expect(code).toBe(1);
    expect(output).toBe(
      `Redis at 127.0.0.1:${guarded.port} refuses the connection (WRONGPASS): check the user name and the password.\n`,
    );
  });
});

describe('no process is left behind', () => {
  test('by Ctrl-C', async () => {
    const example = startExample(['--bus', server.url, '--rounds', '2']);
    await example.printed(/review board +killed/);
    example.process.kill('SIGINT');
    const { code, output } = await example.ended;
    expect(code).toBe(130);
    expect(output).not.toContain('unexpectedly');
    await allGone(processes(output));
  });

  test('by SIGKILL', async () => {
    const example = startExample(['--bus', server.url]);
    await example.printed(/begin with/);
    example.process.kill('SIGKILL');
    const { code, output } = await example.ended;
    expect(code).toBe('SIGKILL');
    await allGone(processes(output));
  });

  test('by one that crashes, which is told', async () => {
    const example = startExample(['--bus', server.url]);
    const [, pid] = await example.printed(/commit log (\d+)\n/);
    process.kill(Number(pid), 'SIGKILL');
    const { code, output } = await example.ended;
    expect(code).toBe(1);
    expect(output).toContain(`The process of the commit log (${pid}) ended unexpectedly: SIGKILL.`);
    await allGone(processes(output));
  });
});
