import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { test } from 'vitest';

/** Runs a program that has a bus, on which a handler hangs, and returns what it printed. It fails if the program does. */
async function run(program: string): Promise<string> {
  const source = `
    import { MemoryBus } from '@tidings/core';
    import { defineChannel } from '@tidings/core/define';
    import { z } from 'zod';
    const bus = new MemoryBus();
    bus.on('error', ({ code }) => console.log(code));
    const channel = defineChannel('it.happened', z.object({}));
    await bus.subscribe(channel, (_event, { signal }) => new Promise(() => {}));
    await bus.publish(channel, {});
    await new Promise((resolve) => setImmediate(resolve));
    ${program}`;
  const args = ['--input-type=module', '--eval', source];
  // Far above what is needed, far below the handler's time limit: no timer of ours holds the process.
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: import.meta.dirname,
    timeout: 25_000,
  });
  return stdout;
}

test('a process does not end while a bus is closing, awaited or not', async () => {
  assert.equal(await run(`await bus.close({ timeoutMs: 50 }); console.log('closed');`), 'close_timeout\nclosed\n');
  assert.equal(
    await run(`void bus.close({ timeoutMs: 50 }).then(() => console.log('closed'));`),
    'close_timeout\nclosed\n',
  );
});

test('a bus that is not closed holds no process open', async () => {
  assert.equal(await run(`console.log(bus.health().running);`), '1\n');
});
