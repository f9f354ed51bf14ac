import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { commit } from '../shapes/commit.js';
import { committer } from '../shapes/committer.js';
import { repositoryDelivery } from '../shapes/repository-delivery.js';

/** GitHub's `push` webhook. */
export const push = defineChannel(
  'github.push',
  z.object({
    ref: z.string().describe('The full name of the branch or tag, as in `refs/heads/main`.'),
    before: z.string().describe('The commit that the ref was at; all zeros for a new one.'),
    after: z.string().describe('The commit that the ref is at; all zeros for a deleted one.'),
    created: z.boolean(),
    deleted: z.boolean(),
    forced: z.boolean(),
    base_ref: z.string().nullable(),
    compare: z.string().describe('The page that shows the changes.'),
    commits: z.array(commit).describe('The new commits, oldest first; GitHub sends up to 2048.'),
    head_commit: commit.nullable(),
    pusher: committer,
    ...repositoryDelivery,
  }),
  { description: 'Commits or tags were pushed to a repository.', key: 'repository.full_name' },
);
