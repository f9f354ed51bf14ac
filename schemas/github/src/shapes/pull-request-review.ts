import { isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { authorAssociation } from './author-association.js';
import { link } from './link.js';
import { user } from './user.js';
import { webUrl } from './web-url.js';

export const pullRequestReview = z
  .object({
    id: z.int(),
    node_id: z.string(),
    user,
    body: z.string().nullable(),
    commit_id: z.string(),
    submitted_at: isoDate.nullable(),
    state: z.enum(['commented', 'changes_requested', 'approved', 'dismissed']),
    html_url: webUrl,
    pull_request_url: webUrl,
    author_association: authorAssociation,
    _links: z.object({
      html: link,
      pull_request: link,
    }),
  })
  .describe('A review of a pull request.');
