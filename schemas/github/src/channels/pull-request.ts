import { defineChannel, isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { changedText } from '../shapes/changed-text.js';
import { label } from '../shapes/label.js';
import { milestone } from '../shapes/milestone.js';
import { pullRequest as pullRequestShape } from '../shapes/pull-request.js';
import { repositoryDelivery } from '../shapes/repository-delivery.js';
import { team } from '../shapes/team.js';
import { user } from '../shapes/user.js';

const where = { number: z.int().describe("The pull request's number."), ...repositoryDelivery };
const subject = { pull_request: pullRequestShape, ...where };
const open = { closed_at: z.null(), merged_at: z.null(), merged_by: z.null() };

/** GitHub's `pull_request` webhook. */
export const pullRequest = defineChannel(
  'github.pull_request',
  z.discriminatedUnion('action', [
    z.object({ action: z.enum(['enqueued', 'locked', 'unlocked']), ...subject }),
    z.object({ action: z.enum(['assigned', 'unassigned']), assignee: user, ...subject }),
    z.object({ action: z.enum(['labeled', 'unlabeled']), label, ...subject }),
    z.object({
      action: z.enum(['auto_merge_disabled', 'auto_merge_enabled', 'dequeued']),
      reason: z.string(),
      ...subject,
    }),
    z.object({
      action: z.enum(['review_requested', 'review_request_removed']),
      requested_reviewer: user.optional().describe('The person asked, or a team is.'),
      requested_team: team.optional().describe('The team asked, or a person is.'),
      ...subject,
    }),
    z.object({
      action: z.literal('opened'),
      pull_request: pullRequestShape.extend({
        ...open,
        state: z.literal('open'),
        active_lock_reason: z.null().optional(),
      }),
      ...where,
    }),
    z.object({
      action: z.literal('edited'),
      changes: z.object({
        body: changedText.optional(),
        title: changedText.optional(),
        base: z.object({ ref: changedText, sha: changedText }).optional(),
      }),
      ...subject,
    }),
    z.object({
      action: z.literal('synchronize'),
      before: z.string().describe('The commit that the branch was at.'),
      after: z.string().describe('The commit that the branch is at.'),
      ...subject,
    }),
    z.object({
      action: z.literal('closed'),
      pull_request: pullRequestShape.extend({ state: z.literal('closed'), closed_at: isoDate, merged: z.boolean() }),
      ...where,
    }),
    z.object({
      action: z.literal('reopened'),
      pull_request: pullRequestShape.extend({ ...open, state: z.literal('open'), merged: z.boolean() }),
      ...where,
    }),
    z.object({
      action: z.literal('converted_to_draft'),
      pull_request: pullRequestShape.extend({ ...open, draft: z.literal(true), merged: z.literal(false) }),
      ...where,
    }),
    z.object({
      action: z.literal('ready_for_review'),
      pull_request: pullRequestShape.extend({
        ...open,
        state: z.literal('open'),
        draft: z.literal(false),
        merged: z.boolean(),
      }),
      ...where,
    }),
    z.object({
      action: z.enum(['milestoned', 'demilestoned']),
      pull_request: pullRequestShape.extend({ milestone: milestone.nullable() }),
      milestone,
      ...where,
    }),
  ]),
  { description: 'A pull request was opened, changed or closed.', key: 'repository.full_name' },
);
