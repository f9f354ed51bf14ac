import * as z from 'zod';
import { pullRequestSummary } from './pull-request-summary.js';
import { user } from './user.js';

export const pullRequest = pullRequestSummary
  .extend({
    draft: z.boolean(),
    merged: z.boolean().nullable(),
    mergeable: z.boolean().nullable(),
    rebaseable: z.boolean().nullable(),
    mergeable_state: z.string(),
    merged_by: user.nullable(),
    comments: z.int(),
    review_comments: z.int(),
    maintainer_can_modify: z.boolean(),
    commits: z.int(),
    additions: z.int(),
    deletions: z.int(),
    changed_files: z.int(),
  })
  .describe('A pull request with what merging it means.');
