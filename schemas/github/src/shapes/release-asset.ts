import * as z from 'zod';
import { timestamp } from './timestamp.js';
import { user } from './user.js';
import { webUrl } from './web-url.js';

export const releaseAsset = z
  .object({
    url: webUrl,
    browser_download_url: webUrl,
    id: z.int(),
    node_id: z.string(),
    name: z.string(),
    label: z.string().nullable(),
    state: z.literal('uploaded'),
    content_type: z.string(),
    size: z.int(),
    download_count: z.int(),
    created_at: timestamp,
    updated_at: timestamp,
    uploader: user.optional(),
  })
  .describe('A file of a release.');
