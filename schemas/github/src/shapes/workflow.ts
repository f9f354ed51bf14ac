import * as z from 'zod';
import { timestamp } from './timestamp.js';
import { webUrl } from './web-url.js';

export const workflow = z
  .object({
    badge_url: webUrl,
    created_at: timestamp,
    html_url: webUrl,
    id: z.int(),
    name: z.string(),
    node_id: z.string(),
    path: z.string(),
    state: z.string(),
    updated_at: timestamp,
    url: webUrl,
  })
  .describe('A GitHub Actions workflow.');
