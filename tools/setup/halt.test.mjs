import { expect, test } from 'vitest';
import { haltFromOutput } from './halt.mjs';

test.each([
  ['npm error code EAI_AGAIN\nnpm error request to https://registry.example/pnpm failed', /could not be reached/],
  ['npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device, write', /disk is full/],
  [
    "npm error code EACCES\nnpm error path /home/a/.npm\nnpm error Error: EACCES: permission denied, mkdir '/home/a/.npm'",
    /cannot be written/,
  ],
  ['Error: ERR_PNPM_OUTDATED_LOCKFILE\n  Cannot install with "frozen-lockfile"', /does not fit/],
  ['npm error code UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /certificate is not trusted/],
  ['ERR_PNPM_FETCH_403  GET https://registry.example/zod: Forbidden', /refused/],
])('recognises %j', (output, happened) => {
  const halt = haltFromOutput(output);
  expect(halt?.message).toMatch(happened);
  expect(halt?.advice.length).toBeGreaterThan(0);
});

test('does not guess', () => {
  expect(haltFromOutput('something else went wrong')).toBeUndefined();
});
