import * as z from 'zod';
import { user } from './user.js';
import { webUrl } from './web-url.js';

export const app = z
  .object({
    id: z.int(),
    slug: z.string().optional(),
    node_id: z.string(),
    owner: user,
    name: z.string(),
    description: z.string().nullable(),
    external_url: webUrl,
    html_url: webUrl,
    created_at: z.string().describe('Not always ISO 8601: those of long-standing apps lack the `T` and the zone.'),
    updated_at: z.string().describe('See `created_at`.'),
    permissions: z.record(z.string(), z.enum(['read', 'write', 'admin'])).optional(),
    events: z.array(z.string()).optional(),
  })
  .describe('A GitHub App.');
