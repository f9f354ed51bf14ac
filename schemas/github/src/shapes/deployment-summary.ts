import * as z from 'zod';
import { timestamp } from './timestamp.js';
import { webUrl } from './web-url.js';

export const deploymentSummary = z
  .object({
    url: webUrl,
    id: z.int(),
    node_id: z.string(),
    task: z.string(),
    original_environment: z.string(),
    environment: z.string(),
    description: z.string().nullable(),
    created_at: timestamp,
    updated_at: timestamp,
    statuses_url: webUrl,
    repository_url: webUrl,
  })
  .describe('A deployment, without its commit and payload.');
