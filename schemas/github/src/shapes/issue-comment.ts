import { isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { app } from './app.js';
import { authorAssociation } from './author-association.js';
import { reactions } from './reactions.js';
import { user } from './user.js';
import { webUrl } from './web-url.js';

export const issueComment = z
  .object({
    url: webUrl,
    html_url: webUrl,
    issue_url: webUrl,
    id: z.int(),
    node_id: z.string(),
    user,
    created_at: isoDate,
    updated_at: isoDate,
    author_association: authorAssociation,
    body: z.string(),
    reactions: reactions.optional(),
    performed_via_github_app: app.nullish(),
  })
  .describe('A comment on an issue or a pull request.');
