import * as z from 'zod';
import { webUrl } from './web-url.js';

export const user = z
  .object({
    login: z.string(),
    id: z.int(),
    node_id: z.string(),
    name: z.string().optional(),
    email: z.string().nullish(),
    avatar_url: webUrl,
    gravatar_id: z.string(),
    url: webUrl,
    html_url: webUrl,
    followers_url: webUrl,
    following_url: z.string(),
    gists_url: z.string(),
    starred_url: z.string(),
    subscriptions_url: webUrl,
    organizations_url: webUrl,
    repos_url: webUrl,
    events_url: z.string(),
    received_events_url: webUrl,
    type: z.enum(['Bot', 'User', 'Organization']),
    site_admin: z.boolean(),
  })
  .describe('A GitHub account: a person, a bot or an organization.');
