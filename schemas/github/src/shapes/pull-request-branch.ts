import * as z from 'zod';
import { repository } from './repository.js';
import { user } from './user.js';

export const pullRequestBranch = z
  .object({
    label: z.string(),
    ref: z.string(),
    sha: z.string(),
    user,
    repo: repository.nullable(),
  })
  .describe('An end of a pull request. `repo` is null once a fork has been deleted.');
