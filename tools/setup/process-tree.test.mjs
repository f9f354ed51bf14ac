import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'vitest';
import { signalTree } from './process-tree.mjs';

test('ends a process together with what it started', async () => {
  const grandchild = `process.stdout.write('here'); setInterval(() => {}, 1000)`;
  const child = spawn(process.execPath, [
    '-e',
    `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' })`,
  ]);
  await once(child.stdout, 'data');
  signalTree(/** @type {number} */ (child.pid), 'SIGKILL');
  // The pipe closes when the last process that holds it has ended.
  await once(child.stdout, 'close');
});
