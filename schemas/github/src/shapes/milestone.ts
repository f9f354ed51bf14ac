import * as z from 'zod';
import { timestamp } from './timestamp.js';
import { user } from './user.js';
import { webUrl } from './web-url.js';

export const milestone = z
  .object({
    url: webUrl,
    html_url: webUrl,
    labels_url: webUrl,
    id: z.int(),
    node_id: z.string(),
    number: z.int(),
    title: z.string(),
    description: z.string().nullable(),
    creator: user,
    open_issues: z.int(),
    closed_issues: z.int(),
    state: z.enum(['open', 'closed']),
    created_at: timestamp,
    updated_at: timestamp,
    due_on: timestamp.nullable(),
    closed_at: timestamp.nullable(),
  })
  .describe('A milestone of issues and pull requests.');
