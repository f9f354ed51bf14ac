import { isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { authorAssociation } from './author-association.js';
import { autoMerge } from './auto-merge.js';
import { label } from './label.js';
import { link } from './link.js';
import { lockReason } from './lock-reason.js';
import { milestone } from './milestone.js';
import { pullRequestBranch } from './pull-request-branch.js';
import { team } from './team.js';
import { user } from './user.js';
import { webUrl } from './web-url.js';

export const pullRequestSummary = z
  .object({
    url: webUrl,
    id: z.int(),
    node_id: z.string(),
    html_url: webUrl,
    diff_url: webUrl,
    patch_url: webUrl,
    issue_url: webUrl,
    number: z.int(),
    state: z.enum(['open', 'closed']),
    locked: z.boolean(),
    title: z.string(),
    user,
    body: z.string().nullable(),
    created_at: isoDate,
    updated_at: isoDate,
    closed_at: isoDate.nullable(),
    merged_at: isoDate.nullable(),
    merge_commit_sha: z.string().nullable(),
    assignee: user.nullable(),
    assignees: z.array(user),
    requested_reviewers: z.array(z.union([user, team])),
    requested_teams: z.array(team),
    labels: z.array(label),
    milestone: milestone.nullable(),
    draft: z.boolean().optional(),
    commits_url: webUrl,
    review_comments_url: webUrl,
    review_comment_url: z.string(),
    comments_url: webUrl,
    statuses_url: webUrl,
    head: pullRequestBranch,
    base: pullRequestBranch,
    _links: z.object({
      self: link,
      html: link,
      issue: link,
      comments: link,
      review_comments: link,
      review_comment: link,
      commits: link,
      statuses: link,
    }),
    author_association: authorAssociation,
    auto_merge: autoMerge.nullish(),
    active_lock_reason: lockReason.nullish(),
  })
  .describe('A pull request as the events of its reviews have it.');
