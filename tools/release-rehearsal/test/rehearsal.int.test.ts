import { afterAll, beforeAll, describe, test } from 'vitest';
import { steps } from '../src/rehearsal.js';
import { Stage } from '../src/stage.js';

// Each goes on from where the one before ended: after a failure the rest can't be tried.
describe('the rehearsal, without compilers', () => {
  let stage: Stage;
  let failed = false;

  beforeAll(async () => {
    stage = await Stage.set({ thorough: false });
  });
  afterAll(() => stage?.[Symbol.asyncDispose]());

  test.each(steps)('$title', async ({ run }) => {
    if (failed) throw new Error('the step before failed');
    failed = true;
    await run(stage);
    failed = false;
  });
});
