import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const program = fileURLToPath(import.meta.resolve('@tidings/faults/main'));

function run(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

describe('the command line', () => {
  test('names the rows', async () => {
    const { code, stdout } = await run('--list');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +server-kill +server kill -9: SIGKILL/m);
  });

  test('says what it does not know', async () => {
    expect(await run('--only', 'oom,nope')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there is no row nope'),
    });
    expect(await run('--rounds', '0')).toMatchObject({ code: 1, stderr: expect.stringContaining('whole number') });
    expect(await run('--bogus')).toMatchObject({ code: 1, stderr: expect.stringContaining('unknown option') });
  });

  test('prints figures as JSON, and nothing else, on standard output', async () => {
    const args = ['--short', '--rounds', '1', '--column', 'durable', '--only', 'oom', '--json'];
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      durable: { results: [{ name: 'oom', held: true, ours: { lost: 0 } }], failures: [] },
    });
    expect(stderr).toContain('durable [1/1] oom: held');
  });
});
