import * as z from 'zod';
import { webUrl } from './web-url.js';

export const organization = z
  .object({
    login: z.string(),
    id: z.int(),
    node_id: z.string(),
    url: webUrl,
    html_url: webUrl.optional(),
    repos_url: webUrl,
    events_url: webUrl,
    hooks_url: webUrl,
    issues_url: webUrl,
    members_url: z.string(),
    public_members_url: z.string(),
    avatar_url: webUrl,
    description: z.string().nullable(),
  })
  .describe('The organization that owns the repository of an event.');
