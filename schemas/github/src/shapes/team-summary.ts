import * as z from 'zod';
import { webUrl } from './web-url.js';

export const teamSummary = z
  .object({
    name: z.string(),
    id: z.int(),
    node_id: z.string(),
    slug: z.string(),
    description: z.string().nullable(),
    privacy: z.enum(['open', 'closed', 'secret']),
    url: webUrl,
    html_url: webUrl,
    members_url: z.string(),
    repositories_url: webUrl,
    permission: z.string(),
    notification_setting: z.enum(['notifications_enabled', 'notifications_disabled']).optional(),
  })
  .describe('A team of an organization, without its parent.');
