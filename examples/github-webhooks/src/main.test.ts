import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...args]);
    return { code: 0, output: stripVTControlCharacters(stdout + stderr) };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, output: stripVTControlCharacters(failed.stdout + failed.stderr) };
  }
}

test('every real delivery gets through: none is invalid, no handler fails', async () => {
  const { code, output } = await run();
  expect(code).toBe(0);
  expect(output).toMatch(/^262 real deliveries of 15 events, on the memory bus$/m);
  expect(output).toMatch(/│ total\s+│\s+262 │\s+353 │\s+0 │\s+0 │/);
  expect(output).toMatch(/^262 events in \d+ ms$/m);
});

test('what it can not do it says, and how it is used', async () => {
  const redis = await run('--bus', 'redis://127.0.0.1:6379');
  expect(redis.code).toBe(1);
  expect(redis.output).toContain('--bus');
  const unknown = await run('--bux', 'memory');
  expect(unknown.code).toBe(1);
  expect(unknown.output).toContain('--bux');
});
