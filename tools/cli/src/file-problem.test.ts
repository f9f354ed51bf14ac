import { expect, test } from 'vitest';
import { fileProblem } from './file-problem.js';

const refused = (code: string, syscall: string): Error =>
  Object.assign(new Error(`${code}: as Node says it`), { code, syscall, path: '/elsewhere/a.ts' });

test.each([
  [refused('ENOSPC', 'write'), '/elsewhere/a.ts: write failed: the disk is full'],
  [
    refused('ENOSPC', 'watch'),
    '/elsewhere/a.ts: watch failed: the system watches as many files as it may (on Linux, raise fs.inotify.max_user_watches)',
  ],
  [refused('EODD', 'open'), '/elsewhere/a.ts: open failed: EODD: as Node says it'],
  [new Error('something else'), undefined],
])('%s', (error, said) => {
  expect(fileProblem(error)).toBe(said);
});
