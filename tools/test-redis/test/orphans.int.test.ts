import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually.js';
import { withProgram } from './with-program.js';

interface Left {
  readonly child: ChildProcess;
  readonly port: number;
  readonly folder: string;
}

/** A process that starts servers, says so, and goes on in the given way. */
async function program(goesOn: string): Promise<Left> {
  const source = `
    import { startRedis } from '@tidings/test-redis';
    const [redis] = await Promise.all([startRedis(), startRedis()]);
    const client = redis.client();
    const [, folder] = await client.config('GET', 'dir');
    client.disconnect();
    process.send({ port: redis.port, folder });
    process.disconnect();
    ${goesOn}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const [{ port, folder }] = (await once(child, 'message')) as [Omit<Left, 'child'>];
  return { child, port, folder };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

for (const signal of ['SIGKILL', 'SIGTERM', 'SIGINT'] as const) {
  for (const state of ['running', 'frozen']) {
    withProgram(`a ${state} server does not survive ${signal} of the process that started it`, async () => {
      const freeze = state === 'frozen' ? 'redis.freeze();' : '';
      const { child, port, folder } = await program(`${freeze} setInterval(() => {}, 1_000);`);
      // The system accepts connections for a frozen server too.
      assert.ok(await answers(port));
      const ended = once(child, 'exit');
      child.kill(signal);
      assert.deepEqual(await ended, [null, signal]);
      await eventually(async () => assert.equal(await answers(port), false));
      await eventually(() => assert.ok(!existsSync(folder)));
    });
  }
}

for (const [how, goesOn, code] of [
  ['ends without having stopped it', '', 0],
  ['calls process.exit', 'process.exit(3);', 3],
  ['throws', 'throw new Error();', 1],
] as const) {
  withProgram(`a server is gone when a process has ended that ${how}`, async () => {
    const { child, port, folder } = await program(goesOn);
    if (child.exitCode === null) await once(child, 'exit');
    assert.equal(child.exitCode, code);
    await eventually(async () => assert.equal(await answers(port), false));
    assert.ok(!existsSync(folder));
  });
}
