import { isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { app } from './app.js';
import { authorAssociation } from './author-association.js';
import { label } from './label.js';
import { lockReason } from './lock-reason.js';
import { milestone } from './milestone.js';
import { reactions } from './reactions.js';
import { timestamp } from './timestamp.js';
import { user } from './user.js';
import { webUrl } from './web-url.js';

export const issue = z
  .object({
    url: webUrl,
    repository_url: webUrl,
    labels_url: z.string(),
    comments_url: webUrl,
    events_url: webUrl,
    html_url: webUrl,
    id: z.int(),
    node_id: z.string(),
    number: z.int(),
    title: z.string(),
    user,
    labels: z.array(label),
    state: z.enum(['open', 'closed']),
    locked: z.boolean(),
    assignee: user.nullable(),
    assignees: z.array(user),
    milestone: milestone.nullable(),
    comments: z.int(),
    created_at: isoDate,
    updated_at: isoDate,
    closed_at: isoDate.nullable(),
    author_association: authorAssociation,
    active_lock_reason: lockReason.nullish(),
    draft: z.boolean().optional(),
    performed_via_github_app: app.nullish(),
    pull_request: z
      .object({
        url: webUrl.optional(),
        html_url: webUrl.optional(),
        diff_url: webUrl.optional(),
        patch_url: webUrl.optional(),
        merged_at: timestamp.nullish(),
      })
      .optional(),
    body: z.string().nullable(),
    reactions: reactions.optional(),
    timeline_url: webUrl.optional(),
    state_reason: z.string().nullish(),
  })
  .describe('An issue. Pull requests count as issues too: they have `pull_request`.');
